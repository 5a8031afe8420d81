import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { IsoDate } from '../../../reports/report.ts';
import type { Diagnosis } from '../../diagnosis/diagnose.ts';

/** One diagnosis as it was made. */
export interface StoredDiagnosis {
  readonly id: string;
  readonly storeId: string;
  /** For whom; null: the store itself, or a coach. */
  readonly providerId: string | null;
  readonly month: IsoDate | null;
  readonly currency: string | null;
  readonly inputHash: string;
  readonly result: Diagnosis;
  readonly at: Date;
}

const COLUMNS = Prisma.sql`id, store_id AS "storeId", provider_id AS "providerId",
  to_char(month, 'YYYY-MM-DD') AS month, input::jsonb ->> 'currency' AS currency, input_hash AS "inputHash", result, at`;

export async function diagnosisById(
  { database }: Pick<App, 'database'>,
  id: string,
): Promise<StoredDiagnosis | null> {
  const [row] = await database.query<StoredDiagnosis>(
    Prisma.sql`SELECT ${COLUMNS} FROM store_diagnosis WHERE id = ${id}`,
  );
  return row ?? null;
}

/** The latest that was made of a store for one provider, or for the store itself. */
export async function latestDiagnosis(
  { database }: Pick<App, 'database'>,
  storeId: string,
  providerId: string | null,
): Promise<StoredDiagnosis | null> {
  const [row] = await database.query<StoredDiagnosis>(Prisma.sql`
    SELECT ${COLUMNS} FROM store_diagnosis
    WHERE store_id = ${storeId} AND provider_id IS NOT DISTINCT FROM ${providerId}::text
    ORDER BY at DESC, id DESC LIMIT 1`);
  return row ?? null;
}
