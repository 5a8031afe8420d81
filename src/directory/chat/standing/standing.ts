import type { Card } from '../../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { isRefused } from '../../../result.ts';
import { resolveProvider } from '../../records/resolve.ts';
import type { FoundProvider, SearchPage } from '../../search/search.ts';
import { openStanding } from './standing-form.ts';
import { STANDING_FORM } from './standing-page.ts';

/** `/staff standing <provider>`: the id, the name or a part of it. */
export const staffStanding: Command = {
  area: 'staff',
  verb: 'standing',
  options: [{ name: 'provider', kind: 'provider', required: true, rest: true }],
  who: 'staff.standing',
  effect: 'read',
  run: async (talk, { provider = '' }): Promise<Answer> => {
    const resolved = await resolveProvider(talk.app, provider);
    if (isRefused(resolved)) return resolved;
    return resolved.ok.kind === 'one'
      ? openStanding(talk, resolved.ok.id)
      : { kind: 'card', card: choiceCard(talk, provider, resolved.ok.page) };
  },
};

export const standingClick: Click = {
  action: STANDING_FORM,
  effect: 'read',
  run: (talk, { subject }) => openStanding(talk, subject),
};

function choiceCard({ t }: Known, text: string, { found, guessed }: SearchPage<FoundProvider>): Card {
  return {
    tone: guessed ? 'warning' : 'neutral',
    title: t('directory.search.title', { text }),
    lead: guessed ? t('directory.search.guessed', { text }) : t('directory.keep-standing.which'),
    actions: found.map(({ id, name }) => ({
      label: name,
      tone: 'plain' as const,
      handle: { action: STANDING_FORM, subject: id, revision: 0, stateSeq: 0 },
    })),
  };
}
