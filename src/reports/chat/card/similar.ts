import type { Button, Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { showHandle } from '../../../directory/chat/show-handle.ts';
import type { SimilarProvider } from '../../../directory/search/similar.ts';

/** Others who offer such a service, when one has declined (T4). */
export function similarSection({ t }: Reader, similar: readonly SimilarProvider[]): readonly Section[] {
  if (similar.length === 0) return [];
  const list = similar.map(({ name, offeredItems }) => t('cases.similar', { name, count: offeredItems }));
  return [{ title: t('cases.section.similar'), list }];
}

export const similarButtons = (similar: readonly SimilarProvider[]): readonly Button[] =>
  similar.map(({ id, name }) => ({ label: name, tone: 'plain', handle: showHandle(id, 0) }));
