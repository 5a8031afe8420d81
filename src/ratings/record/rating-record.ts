import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { IsoDate } from '../../reports/report.ts';
import type { Quarter } from '../cycle/quarter.ts';
import type { Level } from '../levels/level.ts';
import type { SnapshotInput, SnapshotResult } from '../score/snapshot.ts';

export interface StoredSnapshot {
  readonly quarter: Quarter;
  readonly version: number;
  readonly input: SnapshotInput;
  readonly result: SnapshotResult;
  /** Null: a preview. */
  readonly publishedAt: Date | null;
}

export interface RatingRecord {
  readonly providerId: OrganisationId;
  /** Null before anything was published. */
  readonly standing: {
    readonly level: Level;
    readonly stayedLevel: Level | null;
    readonly benefitsLevel: Level | null;
    readonly benefitsUntil: IsoDate | null;
    readonly suspended: boolean;
  } | null;
  /** The latest version of each of the last six quarters, the newest first. */
  readonly snapshots: readonly StoredSnapshot[];
}

const QUARTERS = 6;

interface Row {
  readonly quarter: Quarter;
  readonly version: number;
  readonly input: string;
  readonly result: SnapshotResult;
  readonly publishedAt: Date | null;
}

export async function findRating(
  { database }: Pick<App, 'database'>,
  providerId: OrganisationId,
): Promise<RatingRecord> {
  const [standing, rows] = await Promise.all([
    database.prisma.providerRating.findUnique({ where: { providerId } }),
    database.query<Row>(latestSnapshots(providerId)),
  ]);
  return {
    providerId,
    standing: standing && {
      level: standing.level as Level,
      stayedLevel: standing.stayedLevel as Level | null,
      benefitsLevel: standing.benefitsLevel as Level | null,
      benefitsUntil: standing.benefitsUntil?.toISOString().slice(0, 10) ?? null,
      suspended: standing.suspendedAt !== null,
    },
    snapshots: rows.map(({ input, ...row }) => ({ ...row, input: JSON.parse(input) })),
  };
}

const latestSnapshots = (providerId: OrganisationId): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (s.quarter) s.quarter, s.version, s.input, s.result, c.published_at AS "publishedAt"
  FROM rating_snapshot s JOIN rating_cycle c ON c.quarter = s.quarter
  WHERE s.provider_id = ${providerId} ORDER BY s.quarter DESC, s.version DESC LIMIT ${QUARTERS}::int`;
