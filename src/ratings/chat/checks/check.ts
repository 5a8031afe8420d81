import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import type { CardView } from '../../../delivery/view.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { REPORT_OPTION, withReport } from '../../../reports/chat/commands/find-report.ts';
import { addMonths, isIsoDate, today } from '../../../reports/periods.ts';
import type { IsoDate, ReportId } from '../../../reports/report.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { exemptCheck } from '../../actions/checks/exempt-check.ts';
import { CHECKS_VIEW, checksOf } from '../../actions/checks/told.ts';
import { PROGRAMME_ZONE } from '../../cycle/quarter.ts';
import { monthChecks } from '../../record/checks/month-checks.ts';
import { CHECKS, EXEMPT_CHECK } from '../handles.ts';
import { checksCard } from './checks-card.ts';

/** `/rating check [report] [month]`: a month of a report against what was filed; the last one that is over if none is named. */
export const ratingCheck: Command = {
  area: 'rating',
  verb: 'check',
  options: [REPORT_OPTION, { name: 'month', kind: 'text', required: false }],
  who: 'rating.checks',
  effect: 'read',
  run: (talk, { report, month }) => about(talk, report, month),
};

export const checksClick: Click = {
  action: CHECKS,
  effect: 'read',
  run: (talk, { subject }) => about(talk, subject, undefined),
};

async function about(talk: Known, typed: string | undefined, asked: string | undefined): Promise<Answer> {
  const month = monthOf(asked, today(talk.app.clock.now(), PROGRAMME_ZONE));
  if (isRefused(month)) return month;
  return withReport(
    talk,
    { typed, verb: 'checks', states: ['ACTIVE', 'NOTICE', 'SUSPENDED'] },
    ({ report }) => shownChecks(talk, report.id, month.ok),
  );
}

/** `2026-04`, `2026-4` or `4`, which is the last one that is over. */
function monthOf(typed: string | undefined, date: IsoDate): Result<IsoDate> {
  const current = `${date.slice(0, 7)}-01`;
  if (typed === undefined) return ok(addMonths(current, -1));
  const [, year, number = ''] =
    /^(?:(\d{4})[-/.年])?(\d{1,2})月?$/.exec(typed.normalize('NFKC').trim()) ?? [];
  const month = number.padStart(2, '0');
  const thisYear = date.slice(0, 4);
  const last = `${thisYear}-${month}-01` < current ? thisYear : String(Number(thisYear) - 1);
  const first = `${year ?? last}-${month}-01`;
  return isIsoDate(first) ? ok(first) : refuse('ratings.check-month', { typed });
}

export async function shownChecks(talk: Known, reportId: ReportId, month: IsoDate): Promise<Answer> {
  const [checks] = await monthChecks(talk.app, [{ reportId, month }]);
  if (!checks) return refuse('reports.unknown', { report: reportId });
  const refusal = permissionRefusal(permitted('rating.checks', talk.person, checks));
  if (refusal) return refusal;
  if (checks.standards.length === 0) return refuse('ratings.checks-none-filed', { report: reportId });
  return { kind: 'card', card: checksCard(talk, talk.person, checks) };
}

export const exemptClick: Click = {
  action: EXEMPT_CHECK,
  effect: 'change',
  run: async (talk, { subject: reportId, data = '' }) => {
    const { app, person: actor, requestId } = talk;
    const [month = '', code = ''] = data.split(':');
    const exempted = await exemptCheck(app, { actor, requestId, reportId, month, code });
    return isRefused(exempted) ? exempted : shownChecks(talk, reportId, month);
  },
};

/** Follows its month: what is recorded again, and what is exempted. */
export const checksView: CardView = {
  name: CHECKS_VIEW,
  draw: async (app, audience, subject) => {
    const { person } = audience;
    const [checks] = await monthChecks(app, [checksOf(subject)]);
    if (!checks || !person || !permitted('rating.checks', person, checks).allowed) return null;
    return [checksCard(audience, person, checks)];
  },
};
