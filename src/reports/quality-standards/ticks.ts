/** What the store must tick one by one before it confirms (domain-rules §3.2 T7, §5): every N/A, every missing remedy. */
import type { StandardLine } from './line.ts';

export const naLines = (lines: readonly StandardLine[]): readonly StandardLine[] =>
  lines.filter((line) => line.naReason !== null);

export const noneRemedyLines = (lines: readonly StandardLine[]): readonly StandardLine[] =>
  lines.filter((line) => line.remedy?.kind === 'NONE');

/** `QS03:NA`, `QS08:NONE`: the values of the boxes, in the order of the lines. */
export function ticksRequired(lines: readonly StandardLine[]): readonly string[] {
  const na = naLines(lines).map((line) => `${line.code}:NA`);
  const none = noneRemedyLines(lines).map((line) => `${line.code}:NONE`);
  return [...na, ...none].sort();
}

/** The boxes that are still open; empty when the store may confirm. */
export function missingTicks(lines: readonly StandardLine[], ticked: readonly string[]): readonly string[] {
  return ticksRequired(lines).filter((tick) => !ticked.includes(tick));
}
