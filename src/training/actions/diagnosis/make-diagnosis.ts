import type { App } from '../../../app.ts';
import { auditEvent } from '../../../audit/event.ts';
import { canonicalRecord, sha256 } from '../../../audit/record-hash.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addMonths } from '../../../reports/periods.ts';
import { canonicalJson } from '../../../reports/revision.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { StoredDiagnosis } from '../../record/diagnoses/diagnoses.ts';
import { storeEvidence } from '../../record/stores/store-figures.ts';
import { LATEST_MONTHS, lastClosedMonth } from './refresh-benchmarks.ts';

export type MadeDiagnosis = StoredDiagnosis & { readonly input: string };

/** What the figures on record say of a store now; nothing is written. `providerId`: for whom, null for the store itself. */
export async function diagnosisNow(
  app: Pick<App, 'database' | 'clock' | 'ids'>,
  storeId: string,
  providerId: string | null,
): Promise<MadeDiagnosis> {
  const at = app.clock.now();
  const lastMonth = lastClosedMonth(at);
  const evidence = await storeEvidence(app, storeId, {
    notBefore: addMonths(lastMonth, 1 - LATEST_MONTHS),
    lastMonth,
  });
  const input = canonicalJson(canonicalRecord(evidence));
  const { month, currency } = evidence;
  return {
    ...{ id: app.ids.next('dgn'), storeId, providerId, month, currency, at, input },
    inputHash: sha256(input),
    result: diagnose(evidence.input),
  };
}

export interface AskedBy {
  /** A principal, or `clock`. */
  readonly by: string;
  readonly org: string | null;
  readonly requestId: string | null;
}

/** The verdict stays out of the audit trail, which more people read than those whom the store consented to. */
export function diagnosisKept(
  { id, storeId, providerId, month, input, inputHash, result, at }: MadeDiagnosis,
  { by, org, requestId }: AskedBy,
): readonly Prisma.Sql[] {
  return [
    Prisma.sql`
      INSERT INTO store_diagnosis (id, store_id, provider_id, month, input, input_hash, result, verdict, main, asked_by, at)
      VALUES (${id}, ${storeId}, ${providerId}::text, ${month}::date, ${input}, ${inputHash},
        ${JSON.stringify(result)}::jsonb, ${result.verdict}, ${result.main}::text, ${by}, ${at}::timestamptz)`,
    auditEvent({
      ...{ objectType: 'store', objectId: storeId, actor: by, org, requestId, at },
      action: 'training.diagnosed',
      data: { id, providerId, month, inputHash },
    }),
  ];
}
