import type { Answer, Click, FormHandler, Known } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import type { FormPage, FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { textInput } from '../../../directory/chat/inputs.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, type Refusal, refuse, refuseAll } from '../../../result.ts';
import { recordChecks } from '../../actions/checks/record-checks.ts';
import type { Measurement } from '../../quality-check.ts';
import { dueIn, type MonthChecks, monthChecks } from '../../record/checks/month-checks.ts';
import { ENTER_CHECKS, RATING } from '../handles.ts';
import { closing } from '../incidents/complaint.ts';
import { shownChecks } from './check.ts';
import { promised } from './checks-card.ts';
import { measuredOf } from './measured-text.ts';

export const enterChecksClick: Click = {
  action: ENTER_CHECKS,
  effect: 'read',
  opensForm: true,
  run: async (talk, { subject: reportId, data: month = '' }) => {
    const [checks] = await monthChecks(talk.app, [{ reportId, month }]);
    if (!checks) return refuse('reports.unknown', { report: reportId });
    const refusal = permissionRefusal(permitted('rating.check', talk.person, checks));
    if (refusal) return refusal;
    const draft = await loadDraft(talk.app, draftOf(checks));
    return { kind: 'form', page: enterPage(talk, checks, { ...recordedValues(checks), ...draft?.values }) };
  },
};

export const enterChecksForm: FormHandler = {
  form: ENTER_CHECKS,
  run: async (talk, { target, values }): Promise<Answer> => {
    const { app, person: actor, requestId } = talk;
    const { subject: reportId, data: month = '' } = target;
    const [checks] = await monthChecks(app, [{ reportId, month }]);
    if (!checks) return refuse('reports.unknown', { report: reportId });
    const refusal = permissionRefusal(permitted('rating.check', actor, checks));
    if (refusal) return refusal;
    const draft = draftOf(checks);
    await saveDraft(app, draft, { values, editor: actor.principalId });
    const read = measurementsOf(checks, values);
    if ('refused' in read) return read;
    const recorded = await recordChecks(app, { actor, requestId, reportId, month, measurements: read });
    if (isRefused(recorded)) return recorded;
    await app.database.change([deleteDraft(draft)]);
    return closing(await shownChecks(talk, reportId, month));
  },
};

/** Whatever is wrong, each beside its input; blank lines are left as they are on record. */
function measurementsOf(checks: MonthChecks, values: FormValues): readonly Measurement[] | Refusal {
  const wrong: Refusal[] = [];
  const found: Measurement[] = [];
  for (const standard of dueIn(checks)) {
    const read = measuredOf(standard, typed(values, standard.code), checks.currency);
    if (isRefused(read)) wrong.push({ ...read, field: standard.code });
    else if (read.ok) found.push(read.ok);
  }
  const [first, ...others] = wrong;
  if (first) return refuseAll([first, ...others]);
  return found.length === 0 ? refuse('ratings.checks-nothing') : found;
}

const recordedValues = ({ recorded, standards }: MonthChecks): FormValues =>
  Object.fromEntries(
    recorded.flatMap(({ code, measured, n }) => {
      const money = standards.find((each) => each.code === code)?.unit === 'MINOR_UNITS';
      return measured === null || money ? [] : [[code, `${measured} / ${n}`]];
    }),
  );

function enterPage(talk: Known, checks: MonthChecks, values: FormValues): FormPage {
  const { t } = talk;
  const { reportId: subject, month: data } = checks;
  return {
    form: ENTER_CHECKS,
    page: 'values',
    target: { ...RATING, action: ENTER_CHECKS, subject, data },
    title: t('ratings.checks.form', { month: data.slice(0, 7) }),
    intro: t('ratings.checks.intro', { provider: checks.providerName, store: checks.storeName }),
    fields: dueIn(checks).map((standard) =>
      textInput(values, {
        name: standard.code,
        label: promised(talk, standard, checks.currency),
        optional: true,
        maxLength: 40,
        ...(standard.sampleMinimum > 1
          ? { help: t('ratings.checks.cases', { minimum: standard.sampleMinimum }) }
          : {}),
      }),
    ),
    submitLabel: t('common.button.save'),
    closeLabel: t('common.button.cancel'),
  };
}

/** A team's own: what one of it has begun another may finish. */
const draftOf = ({ reportId, month, providerId }: MonthChecks): DraftKey => ({
  form: ENTER_CHECKS,
  subject: `${reportId}:${month}`,
  owner: providerId,
});
