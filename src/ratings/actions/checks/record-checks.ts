import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { addMonths, today } from '../../../reports/periods.ts';
import type { IsoDate, ReportId } from '../../../reports/report.ts';
import { ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { PROGRAMME_ZONE } from '../../cycle/quarter.ts';
import type { Measurement } from '../../quality-check.ts';
import { type MonthChecks, monthChecks } from '../../record/checks/month-checks.ts';
import {
  type Checked,
  type CheckSource,
  checkedAgainst,
  writtenChecks,
} from '../../record/checks/write-checks.ts';
import { closedFor, previewAnew } from './counted-still.ts';
import { checksSubject, toldOfChecks } from './told.ts';

export interface RecordChecks {
  readonly actor: Actor;
  readonly requestId: string;
  readonly reportId: ReportId;
  /** Its first day. */
  readonly month: IsoDate;
  readonly measurements: readonly Measurement[];
}

export interface RecordedChecks {
  readonly met: number;
  readonly missed: number;
  /** Too few cases, exempt, or nothing filed. */
  readonly notCounted: number;
}

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * A month's measurements, by the provider or by staff, held against the standards that were filed. Refuses
 * `ratings.checks-no-relationship` where the report was not effective in the month, `ratings.checks-month-open` while the
 * month runs, and to a provider `ratings.checks-closed` once the preview of its quarter is over.
 */
export async function recordChecks(app: Deps, input: RecordChecks): Promise<Result<RecordedChecks>> {
  const [month] = await monthChecks(app, [input]);
  if (!month) return refuse('reports.unknown', { report: input.reportId });
  const refusal =
    permissionRefusal(permitted('rating.check', input.actor, month)) ?? monthRefusal(app, input, month);
  if (refusal) return refusal;
  const checked = checkedAgainst(month, input.measurements.map(exemptedBy(input.actor)));
  await app.database.change(await statements(app, input, { month, checked }));
  await previewAnew(app, month.providerId, month.month);
  const count = (verdict: string) => checked.filter((each) => each.verdict === verdict).length;
  const [met, missed] = [count('MET'), count('MISSED')];
  return ok({ met, missed, notCounted: input.measurements.length - met - missed });
}

const sourceOf = (actor: Actor): CheckSource =>
  permitted('rating.record', actor).allowed ? 'STAFF' : 'UPLOAD';

/** That the cause was the store's own is never the provider's to say. */
const exemptedBy =
  (actor: Actor) =>
  (measurement: Measurement): Measurement =>
    sourceOf(actor) === 'STAFF' ? measurement : { ...measurement, exemptionBy: null };

function monthRefusal({ clock }: Deps, { actor, month }: RecordChecks, found: MonthChecks): Refusal | null {
  const now = clock.now();
  if (addMonths(month, 1) > today(now, PROGRAMME_ZONE)) return refuse('ratings.checks-month-open');
  if (!found.effective) return refuse('ratings.checks-no-relationship');
  return sourceOf(actor) === 'UPLOAD' ? closedFor(month, now) : null;
}

interface ToWrite {
  readonly month: MonthChecks;
  readonly checked: readonly Checked[];
}

async function statements(app: Deps, { actor, requestId }: RecordChecks, { month, checked }: ToWrite) {
  const [at, source] = [app.clock.now(), sourceOf(actor)];
  const byProvider = source === 'UPLOAD';
  const messages = await toldOfChecks(app, month, {
    byProvider,
    missed: checked.some(({ verdict }) => verdict === 'MISSED'),
    except: actor.principalId,
  });
  const org = byProvider ? month.providerId : 'platform';
  return [
    handled(requestId, at),
    writtenChecks({ of: month, checked, source, by: actor.principalId, org, requestId, at }),
    ...owe(app.queue, { messages, redraw: [checksSubject(month.reportId, month.month)] }, at),
  ];
}
