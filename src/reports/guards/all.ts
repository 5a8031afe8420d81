import { completeness } from './completeness.ts';
import { deposit } from './deposit.ts';
import { entrance } from './entrance.ts';
import { evidence } from './evidence.ts';
import type { Guard } from './guard.ts';
import { overlap } from './overlap.ts';
import { period } from './period.ts';
import { qualification } from './qualification.ts';
import { recognition } from './recognition.ts';
import { start } from './start.ts';

/** G1..G9 in their order; what an approval evaluates once more, as things stand now (T10, T11). */
export const ALL_GUARDS: readonly Guard[] = [
  entrance,
  period,
  start,
  overlap,
  recognition,
  completeness,
  deposit,
  qualification,
  evidence,
];
