import type { Answer, Click, Command, FormHandler, Known } from '../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../chat/drafts/drafts.ts';
import { typed } from '../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import { REPORT_OPTION, withReport } from '../../reports/chat/commands/find-report.ts';
import { type Case, loadCase } from '../../reports/record/case.ts';
import { EFFECTIVE_STATES, isEffective } from '../../reports/report.ts';
import { isRefused, refuse } from '../../result.ts';
import { reportUrgent } from '../actions/report-urgent.ts';
import { issueNamed } from '../record/issues.ts';
import { sinceTyped } from '../since.ts';
import { urgentCard } from './urgent-card.ts';
import { URGENT_FORM, urgentPage } from './urgent-page.ts';

/** `/report urgent [report]`: something that cannot wait for working hours. */
export const reportUrgentCommand: Command = {
  area: 'report',
  verb: 'urgent',
  options: [REPORT_OPTION],
  who: 'report.urgent',
  effect: 'read',
  run: (talk, { report }) => opened(talk, report),
};

export const urgentClick: Click = {
  action: 'report.urgent',
  effect: 'read',
  opensForm: true,
  run: (talk, { subject }) => opened(talk, subject),
};

export const urgentForm: FormHandler = {
  form: URGENT_FORM,
  run: async (talk, { target, values }) => {
    const { app, person, requestId, zone } = talk;
    const draft = draftOf(talk, target.subject);
    await saveDraft(app, draft, { values, editor: person.principalId });
    const parties = await loadCase(app, target.subject);
    if (!parties) return refuse('reports.unknown', { report: target.subject });
    const since = sinceTyped(
      { date: typed(values, 'date'), time: typed(values, 'time') },
      zone,
      app.clock.now(),
    );
    if (isRefused(since)) return since;
    const made = await reportUrgent(app, {
      actor: person,
      parties,
      text: typed(values, 'text'),
      since: since.ok,
      draft: deleteDraft(draft),
      requestId,
    });
    if (isRefused(made)) return made;
    const issue = await issueNamed(app, made.ok.id);
    return issue ? { kind: 'closed', card: urgentCard(talk, issue, app.clock.now()) } : { kind: 'closed' };
  },
};

const opened = (talk: Known, typedReport: string | undefined): Promise<Answer> =>
  withReport(talk, { typed: typedReport, verb: 'urgent', states: EFFECTIVE_STATES }, (parties) =>
    openForm(talk, parties),
  );

async function openForm(talk: Known, parties: Case): Promise<Answer> {
  const { report } = parties;
  const refusal = permissionRefusal(permitted('report.urgent', talk.person, report));
  if (refusal) return refusal;
  if (!isEffective(report.state)) return refuse('urgent.not-effective');
  const draft = await loadDraft(talk.app, draftOf(talk, report.id));
  return { kind: 'form', page: urgentPage(talk, parties, { text: typed(draft?.values ?? {}, 'text') }) };
}

const draftOf = ({ person: { principalId } }: Known, subject: string): DraftKey => ({
  form: URGENT_FORM,
  subject,
  owner: principalId,
});
