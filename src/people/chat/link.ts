import type { Card } from '../../chat/card.ts';
import type { Command, Reader } from '../../chat/conversation.ts';
import { roleName } from '../../chat/messages/names.ts';
import { strong } from '../../chat/text.ts';
import { isRefused } from '../../result.ts';
import { type Redeemed, redeemInvitation } from '../actions/redeem-invitation.ts';

/** `/link CODE`, also from an account that is linked to nobody yet. */
export const link: Command = {
  area: 'link',
  verb: '',
  options: [{ name: 'code', kind: 'text', required: true, rest: true }],
  who: 'anyone',
  effect: 'change',
  run: async (talk, { code = '' }) => {
    const redeemed = await redeemInvitation(talk.app, {
      account: talk.account,
      code,
      requestId: talk.requestId,
    });
    return isRefused(redeemed) ? redeemed : { kind: 'card', card: welcomeCard(talk, redeemed.ok) };
  },
};

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
