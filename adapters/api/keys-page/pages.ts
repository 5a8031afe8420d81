import type { Translate } from '../../../src/chat/messages/translate.ts';
import type { TakenKey } from '../../../src/services/access/actions/take-key.ts';
import type { OpenLink } from '../../../src/services/access/record/links.ts';
import { html, page } from './html.ts';

export const questionPage = (t: Translate, { mode, provider }: OpenLink): string =>
  page(
    t.locale,
    t('access.page.title'),
    html`<p>${t(`access.page.${mode}`, { provider })}</p><p>${t('access.page.once')}</p><form method="post"><button>${t('access.page.show')}</button></form>`,
  );

export function keyPage(
  t: Translate,
  { key, expiresAt, oldUntil }: TakenKey,
  { docs }: { readonly docs: string },
): string {
  const until = (label: string, at: Date) => html`<dt>${label}</dt><dd>${utc(at)}</dd>`;
  return page(
    t.locale,
    t('access.page.title'),
    html`<p><code>${key}</code></p><p>${t('access.page.gone')}</p><p>${t('access.page.use')}</p><p><code>Authorization: Bearer ${key}</code></p><dl>${until(t('access.page.until-label'), expiresAt)}${oldUntil === null ? [] : until(t('access.page.old-label'), oldUntil)}</dl><p><a href="${docs}">${t('access.page.docs')}</a></p>`,
  );
}

export const overPage = (t: Translate): string =>
  page(t.locale, t('access.page.over'), html`<p>${t('access.page.over-lead')}</p>`);

/** To the minute, in a zone that nobody has to guess. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
