import type { Card } from '../../../chat/card.ts';
import type { Answer, Command, Conversation, Known, Reader } from '../../../chat/conversation.ts';
import { roleName } from '../../../chat/messages/names.ts';
import { notLinkedCard } from '../../../chat/router/cards.ts';
import { moment, strong } from '../../../chat/text.ts';
import { isRefused } from '../../../result.ts';
import { beginLink } from '../../actions/begin-link.ts';
import { claimLink } from '../../actions/claim-link.ts';
import { type Redeemed, redeemInvitation } from '../../actions/redeem-invitation.ts';
import { oneTimeCode } from '../../invitation/code.ts';
import { LINK_MINUTES, type NamedAccount } from '../../linking/account-link.ts';
import { permissionRefusal, permitted } from '../../permissions.ts';
import { type Profile, profileOf } from '../../profile.ts';
import { namedAccount } from './account-words.ts';
import { standing } from './steps.ts';
import { unlinkButtons } from './unlink-button.ts';

/** `/link CODE`, also from an account that is linked to nobody yet: an invitation, or a person's second account. */
export const link: Command = {
  area: 'link',
  verb: '',
  options: [{ name: 'code', kind: 'text', required: false, rest: true }],
  who: 'anyone',
  effect: 'change',
  run: (talk, { code }) => {
    if (code !== undefined) return handedIn(talk, code);
    return talk.person ? begun({ ...talk, person: talk.person }) : notLinked(talk);
  },
};

const notLinked = async ({ t, account }: Conversation): Promise<Answer> => ({
  kind: 'card',
  card: notLinkedCard(t, account),
});

const ownAccount = ({ account, accountName }: Conversation): NamedAccount => ({
  ...account,
  name: accountName ?? null,
});

async function handedIn(talk: Conversation, code: string): Promise<Answer> {
  const { app, account, requestId } = talk;
  const claimed = await claimLink(app, { account: ownAccount(talk), code, requestId });
  if (claimed) return isRefused(claimed) ? claimed : standing(talk, claimed.ok);
  const redeemed = await redeemInvitation(app, { account, code, requestId });
  return isRefused(redeemed) ? redeemed : { kind: 'card', card: welcomeCard(talk, redeemed.ok) };
}

async function begun(talk: Known): Promise<Answer> {
  const { app, person, requestId } = talk;
  const refusal = permissionRefusal(permitted('link.second-account', person));
  if (refusal) return refusal;
  const code = oneTimeCode();
  const { principalId } = person;
  const until = await beginLink(app, { principalId, account: ownAccount(talk), code, requestId });
  const profile = await profileOf(app, principalId);
  return { kind: 'card', card: codeCard(talk, { code, until, accounts: profile?.accounts ?? [] }) };
}

interface Code {
  readonly code: string;
  readonly until: Date;
  readonly accounts: Profile['accounts'];
}

/** The code, and the accounts that there are, each with the button that takes it away; the last one stays. */
function codeCard({ t, person }: Known, { code, until, accounts }: Code): Card {
  const owner = { id: person.principalId, name: person.displayName };
  return {
    tone: 'neutral',
    title: t('linking.code.title'),
    lead: t.text('linking.code.lead', { command: { code: `/link ${code}` } }),
    facts: [{ label: t('linking.code.until'), value: [moment(until)] }],
    sections: [
      { body: t('linking.code.rule', { minutes: LINK_MINUTES }) },
      { title: t('linking.code.accounts'), list: accounts.map((account) => namedAccount(t, account)) },
    ],
    ...(accounts.length > 1 ? { actions: unlinkButtons(t, owner, accounts) } : {}),
  };
}

function welcomeCard({ t }: Pick<Reader, 't'>, { invitation, linkedNow }: Redeemed): Card {
  const role = roleName(t, invitation.role);
  return {
    tone: 'good',
    title: linkedNow
      ? t('accounts.linked.title', { name: invitation.personName })
      : t('accounts.linked.title-again'),
    lead: t.text('accounts.linked.lead', {
      role: strong(role),
      organisation: strong(invitation.organisation),
    }),
    footer: t.text('accounts.linked.next', { help: { code: '/help' }, settings: { code: '/settings' } }),
  };
}
