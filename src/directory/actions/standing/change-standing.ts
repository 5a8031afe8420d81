import type { App } from '../../../app.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import type { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Refusal, type Result, refuse } from '../../../result.ts';
import {
  findStanding,
  type KeptStanding,
  openReportIds,
  type StandingRecord,
  standingDigest,
} from '../../records/standing-record.ts';
import { standingFields, type TypedStanding } from './standing-fields.ts';
import { CHANGED, type StandingChange, standingStatements } from './standing-statements.ts';

export interface ChangeStanding {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  /** `standingDigest` of what the lead looked at. */
  readonly shown: string;
  readonly standing: TypedStanding;
  /** Goes into the same transaction: takes away the draft that has become this change. */
  readonly draft: Prisma.Sql;
}

export interface ChangedStanding {
  readonly changed: readonly (keyof StandingRecord)[];
  /** How many open reports have their cards drawn again. */
  readonly openReports: number;
}

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'queue'>;

/**
 * What the platform knows of a provider, compared with what was shown, so that nobody overwrites what they have not
 * seen. The cards of its open reports are drawn again. Refuses inputs beside their fields, and
 * `directory.standing-changed` (with `by` and `at`) to whoever came second.
 */
export async function changeStanding(app: Deps, input: ChangeStanding): Promise<Result<ChangedStanding>> {
  const refusal = permissionRefusal(permitted('staff.standing', input.actor));
  if (refusal) return refusal;
  const kept = await findStanding(app, input.providerId);
  if (kept === null) return refuse('directory.provider-not-found', { name: input.providerId });
  if (standingDigest(kept.standing) !== input.shown) return changedMeanwhile(kept);
  const fields = standingFields(input.standing, kept.standing);
  if (isRefused(fields)) return fields;
  const { standing: after, reason } = fields.ok;
  const changed = differences(kept.standing, after);
  const { actor, requestId, providerId, draft } = input;
  const change = { actor, requestId, providerId, draft, before: kept.standing, after, reason, changed };
  return written(app, { ...change, at: app.clock.now() });
}

async function written(app: Deps, change: StandingChange): Promise<Result<ChangedStanding>> {
  const { providerId, changed, at } = change;
  const redraw = changed.length === 0 ? [] : await openReportIds(app, providerId);
  try {
    await app.database.change([
      ...standingStatements(app.ids, change),
      ...owe(app.queue, { messages: [], redraw }, at),
    ]);
    return ok({ changed, openReports: redraw.length });
  } catch (error) {
    if (!(error instanceof Conflict && error.code === CHANGED)) throw error;
    const kept = await findStanding(app, providerId);
    return kept ? changedMeanwhile(kept) : refuse('directory.provider-not-found', { name: providerId });
  }
}

const differences = (before: StandingRecord, after: StandingRecord): readonly (keyof StandingRecord)[] =>
  FACTS.filter((fact) => before[fact] !== after[fact]);

const FACTS = [
  'recognisedUntil',
  'barred',
  'depositAvailableMinor',
  'licenceUntil',
  'authorisationUntil',
  'watchedUntil',
] as const satisfies readonly (keyof StandingRecord)[];

/** By the seed or an import where nobody is on record. */
const changedMeanwhile = ({ name, changed }: KeptStanding): Refusal =>
  changed
    ? refuse('directory.standing-changed', { name, ...changed })
    : refuse('directory.standing-changed-unseen', { name });
