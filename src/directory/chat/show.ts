import type { Button, Card, Fact, Section } from '../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../chat/conversation.ts';
import { day } from '../../chat/text.ts';
import { permitted } from '../../people/permissions.ts';
import { isRefused, refuse } from '../../result.ts';
import { findProvider, type ProviderRecord } from '../records/organisation.ts';
import { resolveProvider } from '../records/resolve.ts';
import type { ServiceItem } from '../records/service-item.ts';
import { providerFacts, requestButton, STANDING_TONE } from './provider-facts.ts';
import { searchCard } from './search.ts';
import { itemsHandle, pageOf, SHOW, showHandle } from './show-handle.ts';

export const providerShow: Command = {
  area: 'provider',
  verb: 'show',
  options: [{ name: 'provider', kind: 'provider', required: true, rest: true }],
  who: 'provider.show',
  effect: 'read',
  run: async (talk, { provider = '' }) => {
    const resolved = await resolveProvider(talk.app, provider);
    if (isRefused(resolved)) return resolved;
    if (resolved.ok.kind === 'several') {
      return { kind: 'card', card: searchCard(talk, provider, resolved.ok.page) };
    }
    return shown(talk, resolved.ok.id, '0');
  },
};

export const showClick: Click = {
  action: SHOW,
  effect: 'read',
  run: (talk, { subject, data }) => shown(talk, subject, data),
};

async function shown(talk: Known, id: string, data: string | undefined): Promise<Answer> {
  const provider = await findProvider(talk.app, id);
  if (!provider) return refuse('directory.provider-not-found', { name: id });
  return { kind: 'card', card: providerCard(talk, provider, data) };
}

/** With the buttons below, what every platform can show on one card. */
const ITEMS_ON_CARD = 10;

/** @param page of the service items, as a handle carries it */
function providerCard(talk: Known, provider: ProviderRecord, page = '0'): Card {
  const { t } = talk;
  const offered = provider.items.filter((item) => item.offered);
  const items = pageOf(offered, ITEMS_ON_CARD, page);
  return {
    tone: STANDING_TONE[provider.standing],
    title: provider.name,
    lead: t('directory.show.items', { count: offered.length }),
    facts: [...providerFacts(talk, provider), ...qualifications(talk, provider)],
    sections: items.shown.map((item) => itemSection(talk, item)),
    actions: [
      ...requestButton(talk, provider, t('directory.button.request')),
      ...(items.more ? [moreButton(talk, provider, items.page + 1)] : []),
      ...maintainButton(talk, provider),
    ],
  };
}

const qualifications = ({ t }: Known, provider: ProviderRecord): readonly Fact[] =>
  provider.qualifications.map(({ kind, validUntil }) => ({
    label: t(`directory.qualification.${kind}`),
    value: t.text('directory.valid-until', { until: day(validUntil) }),
  }));

export const itemSection = ({ t }: Pick<Known, 't'>, { name, scope, description }: ServiceItem): Section => ({
  title: name,
  body: description,
  facts: [{ label: t('directory.fact.scope'), value: t(`fields.option.serviceScope.${scope}`) }],
});

const moreButton = ({ t }: Known, { id }: ProviderRecord, page: number): Button => ({
  label: t('directory.button.more'),
  tone: 'plain',
  handle: showHandle(id, page),
});

function maintainButton({ t, person }: Known, { id }: ProviderRecord): readonly Button[] {
  if (!permitted('provider.items', person, { providerId: id }).allowed) return [];
  return [{ label: t('directory.button.maintain'), tone: 'plain', handle: itemsHandle(id, 0) }];
}
