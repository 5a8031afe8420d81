import type { Card } from '../../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { accountNamed } from '../../../delivery/receiver.ts';
import { isRefused, refuse } from '../../../result.ts';
import { unlink } from '../../actions/unlink.ts';
import { type FoundPerson, peopleNamed } from '../../people-named.ts';
import { profileOf } from '../../profile.ts';
import { namedAccount } from './account-words.ts';
import { UNLINK, unlinkButtons } from './unlink-button.ts';

/** `/staff unlink PERSON`: the accounts of somebody, for a lead to take one away. */
export const staffUnlink: Command = {
  area: 'staff',
  verb: 'unlink',
  options: [{ name: 'person', kind: 'person', required: true, rest: true }],
  who: 'staff.unlink',
  effect: 'read',
  run: async (talk, { person: typed = '' }) => {
    const [only, ...others] = await peopleNamed(talk.app, typed);
    if (!only) return refuse('linking.person-unknown', { typed });
    if (others.length === 0) return { kind: 'card', card: await personCard(talk, only) };
    const names = [only, ...others].map(({ id, name }) => `${name} (${id})`);
    return refuse('linking.person-ambiguous', { typed, names });
  },
};

async function personCard({ app, t }: Known, owner: FoundPerson): Promise<Card> {
  const accounts = (await profileOf(app, owner.id))?.accounts ?? [];
  return {
    tone: 'neutral',
    title: t('linking.unlink.person', { owner: owner.name }),
    sections:
      accounts.length === 0
        ? [{ body: t('linking.unlink.person-none') }]
        : [{ list: accounts.map((account) => namedAccount(t, account)) }],
    actions: unlinkButtons(t, owner, accounts),
  };
}

/** From one's own `/link`, or from a lead's `/staff unlink`. */
export const unlinkClick: Click = {
  action: UNLINK,
  effect: 'change',
  run: async (talk, { subject: owner, data = '' }): Promise<Answer> => {
    const account = accountNamed(data);
    const profile = await profileOf(talk.app, owner);
    if (!account || !profile) return refuse('linking.unlink-gone');
    const { app, person: by, account: from, requestId } = talk;
    const done = await unlink(app, { account, owner, by, from, requestId });
    if (isRefused(done)) return done;
    const words = { account: namedAccount(talk.t, account), owner: profile.displayName };
    const none = done.ok.accounts.length === 0;
    const card: Card = {
      tone: none ? 'warning' : 'good',
      title: talk.t('linking.unlink.done', words),
      lead: talk.t('linking.unlink.done-lead', words),
      ...(none ? { footer: talk.t('linking.unlink.none', words) } : {}),
    };
    return { kind: 'card', card, replaces: true };
  },
};
