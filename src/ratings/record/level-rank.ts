import { Prisma } from '../../platform/database/generated/client.ts';
import { LEVELS } from '../levels/level.ts';

/** The place of a level among all, as an expression: higher is better. */
export const levelRank = (level: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`array_position(${Prisma.raw(`'{${LEVELS.join(',')}}'::text[]`)}, ${level})`;
