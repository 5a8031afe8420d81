import type { Card } from '../../chat/card.ts';
import type { Command, FormHandler, Known, Reader } from '../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../chat/drafts/drafts.ts';
import type { FormValues } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';
import { roleName } from '../../chat/messages/names.ts';
import { moment } from '../../chat/text.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { type Invited, invite } from '../actions/invite.ts';
import { isRole } from '../find-person.ts';
import { oneTimeCode } from '../invitation/code.ts';
import { type Offer, rolesToOffer } from '../invitation/offer.ts';
import { chosenOrganisation, ownOrganisations } from './invite-organisation.ts';
import { INVITE_FORM, invitePage } from './invite-page.ts';

export const staffInvite: Command = {
  area: 'staff',
  verb: 'invite',
  options: [
    { name: 'role', kind: 'text', required: false },
    { name: 'organisation', kind: 'text', required: false, rest: true },
  ],
  who: 'staff.invite',
  effect: 'read',
  run: async (talk, options) => {
    const draft = await loadDraft(talk.app, draftOf(talk));
    const roles = rolesToOffer(talk.person);
    const own = await ownOrganisations(talk.app, talk.person);
    const values = { ...draft?.values, ...options, ...roleTyped(talk, options.role, roles) };
    return { kind: 'form', page: invitePage(talk, { inviter: talk.person.principalId, roles, own }, values) };
  },
};

/** A role may be typed as its code or as it is called in the reader's language. */
function roleTyped(
  { t }: Reader,
  text: string | undefined,
  roles: ReturnType<typeof rolesToOffer>,
): FormValues {
  const wanted = text?.toLowerCase().replaceAll('_', ' ');
  const role = roles.find(
    (each) => each.toLowerCase().replaceAll('_', ' ') === wanted || roleName(t, each) === wanted,
  );
  return role ? { role } : {};
}

export const inviteForm: FormHandler = {
  form: INVITE_FORM,
  run: async (talk, { values }) => {
    const draft = draftOf(talk);
    await saveDraft(talk.app, draft, { values, editor: talk.person.principalId });
    const offer = await offerTyped(talk, values);
    if (isRefused(offer)) return offer;
    const code = oneTimeCode();
    const invited = await invite(talk.app, {
      by: talk.person,
      offer: offer.ok,
      code,
      draft: deleteDraft(draft),
      requestId: talk.requestId,
    });
    return isRefused(invited) ? invited : { kind: 'closed', card: codeCard(talk, invited.ok, code) };
  },
};

const draftOf = ({ person: { principalId } }: Known): DraftKey => ({
  form: INVITE_FORM,
  subject: principalId,
  owner: principalId,
});

/** Refused: `accounts.role-missing`, and what `chosenOrganisation` refuses. */
async function offerTyped(talk: Known, values: FormValues): Promise<Result<Offer>> {
  const role = typed(values, 'role');
  if (!isRole(role)) return refuse('accounts.role-missing', {}, 'role');
  const organisation = await chosenOrganisation(talk.app, { role, typed: typed(values, 'organisation') });
  if (isRefused(organisation)) return organisation;
  return ok({ organisation: organisation.ok, role, personName: typed(values, 'name') });
}

function codeCard({ t }: Reader, { offer, expiresAt }: Invited, code: string): Card {
  return {
    tone: 'good',
    title: t('accounts.invited.title', { name: offer.personName }),
    lead: t.text('accounts.invited.lead', { command: { code: `/link ${code}` } }),
    facts: [
      { label: t('accounts.invite.role'), value: roleName(t, offer.role) },
      { label: t('accounts.invite.organisation'), value: offer.organisation.name },
      { label: t('accounts.invited.expires'), value: [moment(expiresAt)] },
    ],
    footer: t('accounts.invited.once'),
  };
}
