import type { Button, Card, Fact } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { type Inline, moment, type Text } from '../../../chat/text.ts';
import { keyLinkHandle } from '../grant.ts';
import type { Grant, ListedKey } from '../record/grants.ts';
import { ACCESS_RULES } from '../rules.ts';
import { keyHandle, REPLACE_KEY, REVOKE_KEY } from './handles.ts';

/** What one application may do in one mode, and its keys. */
export function keysCard(t: Translate, grant: Grant): Card {
  const { applicationId, mode, scopes, allowedIps, keys } = grant;
  return {
    tone: keys.length === 0 ? 'waiting' : 'good',
    title: t(`access.keys.${mode}`),
    lead: t(keys.length === 0 ? 'access.keys.none' : 'access.keys.lead'),
    facts: [
      { label: t('access.keys.application'), value: [{ code: applicationId }] },
      { label: t('access.keys.scopes'), value: codes(t, scopes) },
      ...(mode === 'LIVE' ? [calledFrom(t, allowedIps)] : []),
    ],
    ...(keys.length === 0 ? {} : { sections: [{ list: keys.map((key) => keyLine(t, key)) }] }),
    actions: [
      ...(keys.length < ACCESS_RULES.mostKeys ? [newButton(t, grant)] : []),
      ...keys.flatMap((key) => [replaceButton(t, grant, key), revokeButton(t, grant, key)]),
    ],
    footer: t('access.keys.footer', { hours: ACCESS_RULES.overlapHours }),
  };
}

/** The sandbox may be tried out from anywhere. */
const calledFrom = (t: Translate, allowedIps: readonly string[]): Fact => ({
  label: t('access.keys.from'),
  value: allowedIps.length > 0 ? codes(t, allowedIps) : t('access.keys.anywhere'),
});

function codes(t: Translate, values: readonly string[]): Text {
  return values.flatMap((code, index): Inline[] => [...(index === 0 ? [] : [t('common.comma')]), { code }]);
}

const keyLine = (t: Translate, { prefix, takenBy, expiresAt, lastUsedAt }: ListedKey): Text =>
  t.text(lastUsedAt === null ? 'access.keys.line-unused' : 'access.keys.line', {
    key: { code: `${prefix}…` },
    by: takenBy,
    until: moment(expiresAt),
    ...(lastUsedAt === null ? {} : { used: moment(lastUsedAt) }),
  });

const newButton = (t: Translate, { applicationId, mode, keys }: Grant): Button => ({
  label: t('access.keys.new'),
  tone: keys.length === 0 ? 'primary' : 'plain',
  handle: keyLinkHandle(applicationId, mode),
});

const replaceButton = (t: Translate, grant: Grant, { id, prefix: key }: ListedKey): Button => ({
  label: t('access.keys.replace', { key }),
  tone: 'plain',
  handle: keyHandle(REPLACE_KEY, grant, id),
});

const revokeButton = (t: Translate, grant: Grant, { id, prefix: key }: ListedKey): Button => ({
  label: t('access.keys.revoke', { key }),
  tone: 'danger',
  handle: keyHandle(REVOKE_KEY, grant, id),
  confirm: {
    title: t('access.keys.sure'),
    body: t('access.keys.sure-body', { key }),
    yes: t('access.keys.revoke', { key }),
    no: t('common.button.cancel'),
  },
});
