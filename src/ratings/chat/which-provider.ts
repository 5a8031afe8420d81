import type { Answer, Known } from '../../chat/conversation.ts';
import { resolveProvider } from '../../directory/records/resolve.ts';
import { membershipsFor } from '../../people/permissions.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { isRefused, refuse } from '../../result.ts';
import { RATING } from './handles.ts';

export interface Wanted {
  /** Id, name or a part of it; undefined: one's own. */
  readonly typed: string | undefined;
  /** What a button of the choice opens, such as `rating.show`. */
  readonly action: string;
}

type Run = (providerId: OrganisationId) => Promise<Answer>;

/** The provider that is meant, one's own where none is named; a choice where a name fits several. */
export async function withProvider(talk: Known, { typed, action }: Wanted, run: Run): Promise<Answer> {
  const own = ownProvider(talk);
  if (typed === undefined)
    return own === undefined ? refuse('directory.search-empty', {}, 'provider') : run(own);
  const resolved = await resolveProvider(talk.app, typed);
  if (isRefused(resolved)) return resolved;
  if (resolved.ok.kind === 'one') return run(resolved.ok.id);
  const { found } = resolved.ok.page;
  return {
    kind: 'card',
    card: {
      tone: 'neutral',
      title: talk.t('directory.search.title', { text: typed }),
      actions: found.map(({ id, name }) => ({
        label: name,
        tone: 'plain' as const,
        handle: { ...RATING, action, subject: id },
      })),
    },
  };
}

const ownProvider = (talk: Known): OrganisationId | undefined =>
  membershipsFor('rating.why', talk.person).find(({ role }) => role.startsWith('PROVIDER'))?.organisationId;
