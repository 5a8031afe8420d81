import type { Click, Command, Known } from '../../../chat/conversation.ts';
import { moment } from '../../../chat/text.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import { isRefused, refuse } from '../../../result.ts';
import { makeKeyLink } from '../actions/make-link.ts';
import { revokeKey } from '../actions/revoke-key.ts';
import { KEY_LINK } from '../grant.ts';
import { KEY_MODES } from '../key.ts';
import { grantsOf } from '../record/grants.ts';
import { keyPath } from '../token.ts';
import { namedKey, REPLACE_KEY, REVOKE_KEY } from './handles.ts';
import { keysCard } from './keys-card.ts';

/** `/service keys`: what the company's own systems may do, and by which keys. */
export const serviceKeys: Command = {
  area: 'service',
  verb: 'keys',
  options: [],
  who: 'service.keys',
  effect: 'read',
  run: async ({ app, person, t }) => {
    const own = membershipsFor('service.keys', person).map(({ organisationId }) => organisationId);
    const grants = await grantsOf(app, own);
    if (grants.length === 0) return refuse('access.no-grant');
    return { kind: 'cards', cards: grants.map((grant) => keysCard(t, grant)) };
  },
};

export const keyLinkClick: Click = {
  action: KEY_LINK,
  effect: 'change',
  run: (talk, { subject, data }) => linked(talk, { applicationId: subject, mode: data ?? '' }),
};

export const replaceKeyClick: Click = {
  action: REPLACE_KEY,
  effect: 'change',
  run: (talk, handle) => {
    const { mode, keyId } = namedKey(handle);
    return linked(talk, { applicationId: handle.subject, mode, replaces: keyId });
  },
};

export const revokeKeyClick: Click = {
  action: REVOKE_KEY,
  effect: 'change',
  run: async ({ app, person: actor, requestId, t }, handle) => {
    const revoked = await revokeKey(app, {
      ...{ actor, requestId, applicationId: handle.subject },
      ...namedKey(handle),
    });
    return isRefused(revoked) ? revoked : { kind: 'card', card: keysCard(t, revoked.ok), replaces: true };
  },
};

interface Wanted {
  readonly applicationId: string;
  readonly mode: string;
  readonly replaces?: string;
}

/** The address, for the eyes of whoever asked alone. */
async function linked({ app, person: actor, requestId, t }: Known, { mode: named, ...wanted }: Wanted) {
  const mode = KEY_MODES.find((known) => known === named);
  if (mode === undefined) return refuse('access.no-grant');
  const made = await makeKeyLink(app, { actor, requestId, mode, ...wanted });
  if (isRefused(made)) return made;
  const { token, expiresAt } = made.ok;
  return {
    kind: 'card' as const,
    card: {
      tone: 'waiting' as const,
      title: t(`access.link.${mode}`),
      lead: t.text('access.link.lead', {
        page: { link: app.address(keyPath(token)), label: t('access.link.page') },
        until: moment(expiresAt),
      }),
      footer: t('access.link.footer'),
    },
  };
}
