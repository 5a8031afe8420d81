import type { Answer, Known } from '../../../chat/conversation.ts';
import { resolveStore } from '../../../directory/records/resolve.ts';
import { organisationsById } from '../../../people/organisations.ts';
import { type OrganisationId, ROLE_ORGANISATION } from '../../../people/principal.ts';
import { isRefused, refuse } from '../../../result.ts';
import { consents } from '../../record/consent/consent.ts';
import { DIAGNOSE, TRAINING } from '../handles.ts';

type Run = (storeId: OrganisationId) => Promise<Answer>;

interface Named {
  readonly id: OrganisationId;
  readonly name: string;
}

/** The store that was named; otherwise one's own and those that one's company works for: the only one, or a choice. */
export async function withStore(talk: Known, typed: string | undefined, run: Run): Promise<Answer> {
  if (typed === undefined) {
    const stores = await storesOf(talk);
    const [only, ...others] = stores;
    if (!only) return refuse('training.no-stores');
    return others.length === 0 ? run(only.id) : choice(talk, stores);
  }
  const resolved = await resolveStore(talk.app, typed);
  if (isRefused(resolved)) return resolved;
  return resolved.ok.kind === 'one' ? run(resolved.ok.id) : choice(talk, resolved.ok.page.found);
}

async function storesOf({ app, person }: Known): Promise<readonly Named[]> {
  const at = (kind: 'STORE' | 'PROVIDER') =>
    person.memberships
      .filter(({ role }) => ROLE_ORGANISATION[role] === kind && role !== 'STORE_MEMBER')
      .map(({ organisationId }) => organisationId);
  const providers = at('PROVIDER');
  const [own, served] = await Promise.all([
    organisationsById(app, at('STORE')),
    providers.length === 0 ? [] : consents(app, { providers }),
  ]);
  const all = [...own, ...served.map(({ storeId, storeName }) => ({ id: storeId, name: storeName }))];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** As many as a card has room for; the others are found by their name. */
const MOST = 20;

const choice = ({ t }: Known, stores: readonly Named[]): Answer => ({
  kind: 'card',
  card: {
    tone: 'neutral',
    title: t('training.diagnosis.which'),
    lead: t('training.diagnosis.which-lead'),
    actions: stores.slice(0, MOST).map(({ id, name }) => ({
      label: name,
      tone: 'plain',
      handle: { ...TRAINING, action: DIAGNOSE, subject: id },
    })),
  },
});
