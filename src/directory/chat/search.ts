import type { Button, Card, HandleSpec, Section } from '../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../chat/conversation.ts';
import { isRefused } from '../../result.ts';
import { LONGEST_SEARCH } from '../search/fold.ts';
import { type FoundProvider, SEARCH_PAGE, type SearchPage, searchProviders } from '../search/search.ts';
import { providerFacts, requestButton } from './provider-facts.ts';
import { showHandle } from './show-handle.ts';

export const providerSearch: Command = {
  area: 'provider',
  verb: 'search',
  options: [{ name: 'name', kind: 'text', required: true, rest: true }],
  who: 'provider.search',
  effect: 'read',
  run: (talk, { name = '' }) => searched(talk, { text: name, page: 0 }),
};

const SEARCH = 'directory.search';

/** The next page of a search: the handle carries the page and what was looked for. */
export const searchClick: Click = {
  action: SEARCH,
  effect: 'read',
  run: (talk, { data = '' }) => {
    const colon = data.indexOf(':');
    return searched(talk, { page: Number(data.slice(0, colon)), text: data.slice(colon + 1) });
  },
};

interface Asked {
  readonly text: string;
  readonly page: number;
}

async function searched(talk: Known, asked: Asked): Promise<Answer> {
  const result = await searchProviders(talk.app, asked);
  if (isRefused(result)) return result;
  return { kind: 'card', card: searchCard(talk, shortened(asked.text), result.ok) };
}

/** What is longer was not looked for either. */
const shortened = (text: string): string => [...text].slice(0, LONGEST_SEARCH).join('');

/** Results with their buttons, numbered so that a button names its result; also for a name that fits several. */
export function searchCard(talk: Known, text: string, result: SearchPage<FoundProvider>): Card {
  const { t } = talk;
  const { found, guessed, page } = result;
  if (found.length === 0) {
    return {
      tone: 'neutral',
      title: t('directory.search.none', { text }),
      lead: t('directory.search.none-lead'),
    };
  }
  const first = page * SEARCH_PAGE + 1;
  return {
    tone: guessed ? 'warning' : 'neutral',
    title: t('directory.search.title', { text }),
    ...(guessed ? { lead: t('directory.search.guessed', { text }) } : {}),
    sections: found.map((provider, at) => section(talk, provider, first + at)),
    actions: [
      ...found.flatMap((provider, at) => buttons(talk, provider, first + at)),
      ...(result.more ? [moreButton(talk, { text, page: page + 1 })] : []),
    ],
  };
}

function section(talk: Known, provider: FoundProvider, number: number): Section {
  const { t } = talk;
  const level = { label: t('directory.fact.level'), value: t(`ratings.level.${provider.level}`) };
  const items = { label: t('directory.fact.items'), value: String(provider.offeredItems) };
  return { title: `${number} · ${provider.name}`, facts: [...providerFacts(talk, provider), level, items] };
}

function buttons(talk: Known, provider: FoundProvider, number: number): readonly Button[] {
  const { t } = talk;
  return [
    ...requestButton(talk, provider, t('directory.button.request-of', { number })),
    { label: t('directory.button.show-of', { number }), tone: 'plain', handle: showHandle(provider.id, 0) },
  ];
}

const moreButton = ({ t }: Known, { text, page }: Asked): Button => {
  const handle: HandleSpec = {
    action: SEARCH,
    subject: '',
    revision: 0,
    stateSeq: 0,
    data: `${page}:${text}`,
  };
  return { label: t('directory.button.more'), tone: 'plain', handle };
};
