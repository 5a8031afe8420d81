import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import type { FormPage, FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { moment } from '../../../chat/text.ts';
import { textInput } from '../../../directory/chat/inputs.ts';
import { membershipsFor, permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { isRefused } from '../../../result.ts';
import { openAppeal } from '../../actions/appeal/open-appeal.ts';
import { APPEAL, RATING } from '../handles.ts';

const LONGEST_GROUNDS = 2_000;

export const ratingAppeal: Command = {
  area: 'rating',
  verb: 'appeal',
  options: [],
  who: 'rating.appeal',
  effect: 'read',
  run: async (talk) => {
    const [own] = membershipsFor('rating.appeal', talk.person);
    if (own === undefined) throw new Error('The policy table let somebody in who administers no provider.');
    return opened(talk, own.organisationId);
  },
};

export const appealClick: Click = {
  action: APPEAL,
  effect: 'read',
  run: (talk, { subject, data }) => opened(talk, subject, data),
};

export const appealForm: FormHandler = {
  form: APPEAL,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId, t } = talk;
    const providerId = target.subject;
    const refusal = permissionRefusal(permitted('rating.appeal', actor, { providerId }));
    if (refusal) return refusal;
    const draft = draftOf(talk, providerId);
    await saveDraft(app, draft, { values, editor: actor.principalId });
    const datum = datumOf(typed(values, 'datum'));
    const appeal = await openAppeal(app, {
      actor,
      requestId,
      providerId,
      datum,
      grounds: typed(values, 'grounds'),
    });
    if (isRefused(appeal)) return appeal;
    await app.database.change([deleteDraft(draft)]);
    const { id, dueAt, kind } = appeal.ok;
    return {
      kind: 'closed',
      card: {
        tone: 'waiting',
        title: t('ratings.appeal.title'),
        lead: t.text('ratings.appeal.opened', { id: { code: id }, due: moment(dueAt) }),
        ...(kind === 'APPEAL' ? { footer: t('ratings.appeal.opened-lead') } : {}),
      },
    };
  },
};

/** Dimensions are typed in any case; ids of incidents are kept as they are. */
function datumOf(text: string): string {
  const folded = text.normalize('NFKC').trim();
  return /^d[1-7]$/i.test(folded) ? folded.toUpperCase() : folded;
}

/** `datum`: what the button stood beside; it goes before what was typed there earlier. */
async function opened(talk: Known, providerId: OrganisationId, datum = ''): Promise<Answer> {
  const refusal = permissionRefusal(permitted('rating.appeal', talk.person, { providerId }));
  if (refusal) return refusal;
  const draft = await loadDraft(talk.app, draftOf(talk, providerId));
  const values = { ...draft?.values, ...(datum === '' ? {} : { datum }) };
  return { kind: 'form', page: page(talk, providerId, values) };
}

function page({ t }: Known, subject: OrganisationId, values: FormValues): FormPage {
  return {
    form: APPEAL,
    page: 'appeal',
    target: { ...RATING, action: APPEAL, subject },
    title: t('ratings.appeal.title'),
    intro: t('ratings.appeal.intro'),
    fields: [
      textInput(values, {
        name: 'datum',
        label: t('ratings.appeal.datum'),
        help: t('ratings.appeal.datum-help'),
        maxLength: 60,
      }),
      textInput(values, {
        kind: 'longText',
        name: 'grounds',
        label: t('ratings.appeal.grounds'),
        maxLength: LONGEST_GROUNDS,
      }),
    ],
    submitLabel: t('ratings.appeal.submit'),
    closeLabel: t('common.button.cancel'),
  };
}

const draftOf = ({ person }: Known, providerId: OrganisationId): DraftKey => ({
  form: APPEAL,
  subject: providerId,
  owner: person.principalId,
});
