import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import type { Field, FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { chosen, textInput } from '../../../directory/chat/inputs.ts';
import { findProvider } from '../../../directory/records/organisation.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { reportNamed } from '../../../reports/chat/report-number.ts';
import { isRefused, refuse } from '../../../result.ts';
import { openIncident } from '../../actions/incidents/open-incident.ts';
import { SEVERITIES, type Severity } from '../../incidents.ts';
import { RATING, RECORD_INCIDENT } from '../handles.ts';
import { withProvider } from '../which-provider.ts';
import { closing } from './complaint.ts';
import { accountPage } from './pages.ts';
import { shownIncident } from './show-incident.ts';

/** `/rating incident <provider>`: staff put on record what happened. */
export const ratingIncident: Command = {
  area: 'rating',
  verb: 'incident',
  options: [{ name: 'provider', kind: 'provider', required: true, rest: true }],
  who: 'rating.record',
  effect: 'read',
  run: (talk, { provider }) =>
    withProvider(talk, { typed: provider, action: RECORD_INCIDENT }, (id) => opened(talk, id)),
};

export const recordIncidentClick: Click = {
  action: RECORD_INCIDENT,
  effect: 'read',
  run: (talk, { subject }) => opened(talk, subject),
};

async function opened(talk: Known, providerId: OrganisationId): Promise<Answer> {
  const { app, t } = talk;
  const refusal = permissionRefusal(permitted('rating.record', talk.person));
  if (refusal) return refusal;
  const provider = await findProvider(app, providerId);
  if (!provider) return refuse('directory.provider-not-found', { name: providerId });
  const draft = await loadDraft(app, draftOf(talk, providerId));
  const values = draft?.values ?? {};
  const page = accountPage(t, {
    form: RECORD_INCIDENT,
    target: { ...RATING, action: RECORD_INCIDENT, subject: providerId },
    title: t('ratings.incident.record.title'),
    intro: t('ratings.incident.record.intro', { provider: provider.name }),
    before: inputs(talk, values),
    text: { name: 'text', label: t('ratings.incident.text') },
    values,
  });
  return { kind: 'form', page };
}

const inputs = ({ t }: Known, values: FormValues): readonly Field[] => [
  {
    kind: 'choice',
    name: 'severity',
    label: t('ratings.incident.record.severity'),
    options: SEVERITIES.map((value) => ({ value, label: t(`ratings.incident.severity.${value}`) })),
    ...chosen(values, 'severity', SEVERITIES),
  },
  textInput(values, {
    name: 'report',
    label: t('ratings.incident.report'),
    optional: true,
    maxLength: 20,
  }),
];

export const recordIncidentForm: FormHandler = {
  form: RECORD_INCIDENT,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId } = talk;
    const refusal = permissionRefusal(permitted('rating.record', actor));
    if (refusal) return refusal;
    const draft = draftOf(talk, target.subject);
    await saveDraft(app, draft, { values, editor: actor.principalId });
    const severity = severityOf(values);
    if (severity === null) return refuse('ratings.incident-severity', {}, 'severity');
    const number = typed(values, 'report');
    const reportId = number === '' ? null : await reportNamed(app, number);
    if (number !== '' && reportId === null) return refuse('reports.unknown', { report: number }, 'report');
    const text = typed(values, 'text');
    const input = { actor, requestId, providerId: target.subject, reportId, severity, text };
    const made = await openIncident(app, input);
    if (isRefused(made)) return made;
    await app.database.change([deleteDraft(draft)]);
    return closing(await shownIncident(talk, made.ok.id));
  },
};

const severityOf = (values: FormValues): Severity | null =>
  SEVERITIES.find((each) => each === typed(values, 'severity')) ?? null;

const draftOf = ({ person }: Known, providerId: OrganisationId): DraftKey => ({
  form: RECORD_INCIDENT,
  subject: providerId,
  owner: person.principalId,
});
