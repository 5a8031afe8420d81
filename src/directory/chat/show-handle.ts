import type { HandleSpec } from '../../chat/card.ts';
import type { OrganisationId } from '../../people/principal.ts';

export const SHOW = 'directory.show';
export const ITEMS = 'directory.items';

/** @param page of the service items, from 0 */
export const showHandle = (providerId: OrganisationId, page: number): HandleSpec => ({
  action: SHOW,
  subject: providerId,
  revision: 0,
  stateSeq: 0,
  data: String(page),
});

/** @param page of the service items, from 0 */
export const itemsHandle = (providerId: OrganisationId, page: number): HandleSpec => ({
  ...showHandle(providerId, page),
  action: ITEMS,
});

/** The page that a handle asks for, within what there is. */
export function pageOf<T>(
  items: readonly T[],
  size: number,
  data = '0',
): { page: number; shown: readonly T[]; more: boolean } {
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const page = Math.min(Math.max(0, Number.parseInt(data, 10) || 0), last);
  return { page, shown: items.slice(page * size, (page + 1) * size), more: page < last };
}
