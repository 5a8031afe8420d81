import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import type { Actor } from '../../../people/principal.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { isRefused, ok, type Result } from '../../../result.ts';
import { turnOf } from '../../frequency.ts';
import { benefitsOf } from '../../record/benefits-of.ts';
import { latestDiagnosis, type StoredDiagnosis } from '../../record/diagnoses/diagnoses.ts';
import { diagnosisKept, diagnosisNow } from './make-diagnosis.ts';
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
  const { actor, requestId, storeId } = input;
  const made = await diagnosisNow(app, storeId, viewer.ok.providerId);
  if (latest?.inputHash === made.inputHash) return ok({ viewer: viewer.ok, diagnosis: latest, next: null });
  const by = { by: actor.principalId, org: organisationOf(viewer.ok, storeId), requestId };
  await app.database.change([handled(requestId, made.at), ...diagnosisKept(made, by)]);
  return ok({ viewer: viewer.ok, diagnosis: made, next: null });
}

async function turnTaken(app: Deps, { as, providerId }: Viewer, latest: StoredDiagnosis | null) {
  if (as !== 'PROVIDER' || providerId === null || latest === null || latest.result.verdict === 'INSUFFICIENT')
    return null;
  const { benefits } = await benefitsOf(app, providerId);
  const { from, next } = turnOf(benefits.diagnosis, app.clock.now());
  return latest.at >= from ? next : null;
}

function organisationOf({ as, providerId }: Viewer, storeId: string): string | null {
  if (as === 'STORE') return storeId;
  return as === 'COACH' ? 'platform' : providerId;
}
