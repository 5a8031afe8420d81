import type { Card } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { moment } from '../../../chat/text.ts';
import type { CardView } from '../../../delivery/view.ts';
import type { LinkSide } from '../../linking/account-link.ts';
import { loadLink } from '../../linking/record.ts';
import { NEWCOMER_VIEW, OWNER_VIEW } from '../../linking/told.ts';
import { loadUnlinked, UNLINKED_VIEW, type UnlinkedAccount } from '../../linking/unlinking.ts';
import { namedAccount } from './account-words.ts';
import { linkCard } from './step-cards.ts';

const linkView = (name: string, side: LinkSide): CardView => ({
  name,
  draw: async (app, audience, subject) => {
    const link = await loadLink(app, subject);
    const card = link && linkCard(audience, link, side, app.clock.now());
    return card ? [card] : null;
  },
});

const unlinkedView: CardView = {
  name: UNLINKED_VIEW,
  draw: async (app, audience, subject) => {
    const unlinked = await loadUnlinked(app, subject);
    return unlinked ? [unlinkedCard(audience, unlinked)] : null;
  },
};

function unlinkedCard({ t }: Reader, { account, ownerName, byName, at }: UnlinkedAccount): Card {
  return {
    tone: 'warning',
    title: t('linking.unlink.told'),
    lead: t('linking.unlink.told-lead', { account: namedAccount(t, account), owner: ownerName }),
    facts: [
      { label: t('linking.unlink.by'), value: byName },
      { label: t('linking.unlink.at'), value: [moment(at)] },
    ],
    footer: t('linking.unlink.not-you'),
  };
}

/** What stands in the private conversations of accounts that are joined or taken apart. */
export const linkingViews: readonly CardView[] = [
  linkView(OWNER_VIEW, 'asker'),
  linkView(NEWCOMER_VIEW, 'other'),
  unlinkedView,
];
