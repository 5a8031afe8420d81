import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import { typed } from '../../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { REPORT_OPTION, withReport } from '../../../reports/chat/commands/find-report.ts';
import type { Case } from '../../../reports/record/case.ts';
import { isRefused } from '../../../result.ts';
import { complain } from '../../actions/incidents/open-incident.ts';
import { COMPLAIN, RATING } from '../handles.ts';
import { accountPage } from './pages.ts';
import { shownIncident } from './show-incident.ts';

/** `/rating complaint [report]`: a store about the provider of one of its reports. */
export const ratingComplaint: Command = {
  area: 'rating',
  verb: 'complaint',
  options: [REPORT_OPTION],
  who: 'rating.complain',
  effect: 'read',
  run: (talk, { report }) => about(talk, report),
};

export const complaintClick: Click = {
  action: COMPLAIN,
  effect: 'read',
  run: (talk, { subject }) => about(talk, subject),
};

const about = (talk: Known, typedReport: string | undefined): Promise<Answer> =>
  withReport(
    talk,
    { typed: typedReport, verb: 'complain', states: ['ACTIVE', 'NOTICE', 'SUSPENDED'] },
    (parties) => opened(talk, parties),
  );

async function opened(talk: Known, { report, provider }: Case): Promise<Answer> {
  const { t } = talk;
  const refusal = permissionRefusal(permitted('rating.complain', talk.person, report));
  if (refusal) return refusal;
  const draft = await loadDraft(talk.app, draftOf(talk, report.id));
  const page = accountPage(t, {
    form: COMPLAIN,
    target: { ...RATING, action: COMPLAIN, subject: report.id },
    title: t('ratings.incident.complain.title'),
    intro: t('ratings.incident.complain.intro', { provider: provider.name, report: report.id }),
    text: { name: 'text', label: t('ratings.incident.text') },
    values: draft?.values ?? {},
  });
  return { kind: 'form', page };
}

export const complaintForm: FormHandler = {
  form: COMPLAIN,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId } = talk;
    const draft = draftOf(talk, target.subject);
    await saveDraft(app, draft, { values, editor: actor.principalId });
    const made = await complain(app, {
      actor,
      requestId,
      reportId: target.subject,
      text: typed(values, 'text'),
    });
    if (isRefused(made)) return made;
    await app.database.change([deleteDraft(draft)]);
    return closing(await shownIncident(talk, made.ok.id));
  },
};

/** A card that takes the place of the form. */
export const closing = (answer: Answer): Answer =>
  'kind' in answer && answer.kind === 'card' ? { ...answer, kind: 'closed' } : answer;

const draftOf = ({ person }: Known, reportId: string): DraftKey => ({
  form: COMPLAIN,
  subject: reportId,
  owner: person.principalId,
});
