import type { Card } from '../../chat/card.ts';
import type { Command, FormHandler, Known } from '../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../chat/drafts/drafts.ts';
import { typed } from '../../chat/form-values.ts';
import { isRefused } from '../../result.ts';
import { changeSettings } from '../actions/change-settings.ts';
import { type Profile, profileOf } from '../profile.ts';
import { SETTINGS_FORM, settingsPage, settingsValues } from './settings-page.ts';
import { profileCard } from './whoami.ts';

export const settings: Command = {
  area: 'settings',
  verb: '',
  options: [],
  who: 'settings.change',
  effect: 'read',
  run: async (talk) => {
    const draft = await loadDraft(talk.app, draftOf(talk));
    const values = { ...settingsValues(await ownProfile(talk)), ...draft?.values };
    return { kind: 'form', page: settingsPage(talk, talk.person.principalId, values) };
  },
};

export const settingsForm: FormHandler = {
  form: SETTINGS_FORM,
  run: async (talk, { values }) => {
    const { principalId } = talk.person;
    const draft = draftOf(talk);
    await saveDraft(talk.app, draft, { values, editor: principalId });
    const changed = await changeSettings(talk.app, {
      principalId,
      typed: {
        language: typed(values, 'language'),
        zone: typed(values, 'zone'),
        opens: typed(values, 'opens'),
        closes: typed(values, 'closes'),
      },
      draft: deleteDraft(draft),
      requestId: talk.requestId,
    });
    return isRefused(changed) ? changed : { kind: 'closed', card: await savedCard(talk) };
  },
};

const draftOf = ({ person: { principalId } }: Known): DraftKey => ({
  form: SETTINGS_FORM,
  subject: principalId,
  owner: principalId,
});

async function savedCard(talk: Known): Promise<Card> {
  const card = profileCard(talk, await ownProfile(talk));
  return { ...card, tone: 'good', lead: talk.t('accounts.settings.saved') };
}

async function ownProfile({ app, person }: Known): Promise<Profile> {
  const profile = await profileOf(app, person.principalId);
  if (!profile)
    throw new Error(`The principal ${person.principalId} is linked to an account, but not on record.`);
  return profile;
}
