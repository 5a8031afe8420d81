import type { HandleSpec } from '../../../chat/card.ts';
import type { Answer, Click, Known } from '../../../chat/conversation.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, type Refusal, refuse } from '../../../result.ts';
import { submit } from '../../actions/submit.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { doneCard } from '../card/done-card.ts';
import { readinessCard } from '../card/readiness-card.ts';
import { openFillPage } from '../forms/fill-form.ts';
import { startFromRenewed } from '../forms/renewal.ts';
import { inputOf } from '../input-of.ts';
import { redrawnIfStale } from './stale.ts';

export const submitClick: Click = {
  action: 'report.submit',
  effect: 'change',
  run: async (talk, handle) => redrawnIfStale(talk, handle.subject, await submitted(talk, handle)),
};

/** What is missing is answered with the form's pages and the cost of each blank, not with a bare list. */
async function submitted(talk: Known, handle: HandleSpec): Promise<Answer> {
  const result = await submit(talk.app, inputOf(talk, handle));
  if (!isRefused(result)) return { kind: 'card', card: doneCard(talk, result.ok), replaces: true };
  if (result.field === undefined) return result;
  const parties = await loadCase(talk.app, handle.subject);
  if (!parties) return result;
  return notOfTheTeam(talk, parties) ?? { kind: 'card', card: readinessCard(talk, parties) };
}

const notOfTheTeam = ({ person }: Known, { report }: Case): Refusal | null =>
  permissionRefusal(permitted('report.fill', person, report));

export const fillClick: Click = {
  action: 'report.fill',
  effect: 'read',
  opensForm: true,
  run: (talk, { subject, data }) => opened(talk, subject, data),
};

/** Without a page: the first one, or once something was typed, where the form stands, from where every page opens. */
async function opened(talk: Known, reportId: string, page: string | undefined): Promise<Answer> {
  const parties = await loadCase(talk.app, reportId);
  if (!parties) return refuse('reports.unknown', { report: reportId });
  const notMine = notOfTheTeam(talk, parties);
  if (notMine) return notMine;
  const { state } = parties.report;
  if (state === 'REQUESTED') return refuse('reports.not-in-this-state', { state, states: ['FILLING'] });
  if (state !== 'FILLING') return refuse('reports.revision-frozen', { state });
  const begun = await startFromRenewed(talk, parties);
  return page === undefined && isBegun(begun)
    ? { kind: 'card', card: readinessCard(talk, begun) }
    : { kind: 'form', page: openFillPage(talk, begun, page) };
}

const isBegun = ({ draft }: Case): boolean => Object.keys(draft.values).length > 0;
