import type { App } from '../../../app.ts';
import { auditEvent } from '../../../audit/event.ts';
import { canonicalRecord, sha256 } from '../../../audit/record-hash.ts';
import { handled } from '../../../chat/requests/handled.ts';
import type { Actor } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addMonths } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { canonicalJson } from '../../../reports/revision.ts';
import { isRefused, ok, type Result } from '../../../result.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { turnOf } from '../../frequency.ts';
import { benefitsOf } from '../../record/benefits-of.ts';
import { latestDiagnosis, type StoredDiagnosis } from '../../record/diagnoses/diagnoses.ts';
import { storeEvidence } from '../../record/stores/store-figures.ts';
import { LATEST_MONTHS, lastClosedMonth } from './refresh-benchmarks.ts';
import { type Viewer, viewerOf } from './viewer.ts';

export interface DiagnoseStore {
  readonly actor: Actor;
  readonly requestId: string;
  readonly storeId: string;
}

export interface Diagnosed {
  readonly viewer: Viewer;
  readonly diagnosis: StoredDiagnosis;
  /** It was made earlier in the level's turn, and the next one can be made from this day on. */
  readonly next: IsoDate | null;
}

type Deps = Pick<App, 'database' | 'clock' | 'ids'>;

/**
 * A store's diagnosis from its latest closed months, kept with everything that went in. A provider has one in each turn of its
 * level (domain-rules §8), unless the last one had too little to go by; figures that are the same make none anew. Refuses what
 * {@link viewerOf} refuses.
 */
export async function diagnoseStore(app: Deps, input: DiagnoseStore): Promise<Result<Diagnosed>> {
  const viewer = await viewerOf(app, input.actor, input.storeId);
  if (isRefused(viewer)) return viewer;
  const latest = await latestDiagnosis(app, input.storeId, viewer.ok.providerId);
  const next = await turnTaken(app, viewer.ok, latest);
  if (latest && next !== null) return ok({ viewer: viewer.ok, diagnosis: latest, next });
  const made = await madeNow(app, input, viewer.ok);
  if (latest?.inputHash === made.inputHash) return ok({ viewer: viewer.ok, diagnosis: latest, next: null });
  await app.database.change(statements({ ...input, viewer: viewer.ok }, made));
  return ok({ viewer: viewer.ok, diagnosis: made, next: null });
}

async function turnTaken(app: Deps, { as, providerId }: Viewer, latest: StoredDiagnosis | null) {
  if (as !== 'PROVIDER' || providerId === null || latest === null || latest.result.verdict === 'INSUFFICIENT')
    return null;
  const { benefits } = await benefitsOf(app, providerId);
  const { from, next } = turnOf(benefits.diagnosis, app.clock.now());
  return latest.at >= from ? next : null;
}

type Made = StoredDiagnosis & { readonly input: string };

async function madeNow(app: Deps, { storeId }: DiagnoseStore, { providerId }: Viewer): Promise<Made> {
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

interface Asked extends DiagnoseStore {
  readonly viewer: Viewer;
}

/** The verdict stays out of the audit trail, which more people read than those whom the store consented to. */
function statements(
  { actor, requestId, storeId, viewer }: Asked,
  { id, month, input, inputHash, result, at }: Made,
): readonly Prisma.Sql[] {
  return [
    handled(requestId, at),
    Prisma.sql`
      INSERT INTO store_diagnosis (id, store_id, provider_id, month, input, input_hash, result, verdict, main, asked_by, at)
      VALUES (${id}, ${storeId}, ${viewer.providerId}::text, ${month}::date, ${input}, ${inputHash},
        ${JSON.stringify(result)}::jsonb, ${result.verdict}, ${result.main}::text, ${actor.principalId}, ${at}::timestamptz)`,
    auditEvent({
      objectType: 'store',
      objectId: storeId,
      actor: actor.principalId,
      org: viewer.as === 'STORE' ? storeId : viewer.as === 'COACH' ? 'platform' : viewer.providerId,
      action: 'training.diagnosed',
      requestId,
      at,
      data: { id, providerId: viewer.providerId, month, inputHash },
    }),
  ];
}
