import type { Answer, Click, Command, Known } from '../../chat/conversation.ts';
import { refuse } from '../../result.ts';
import { loadService } from '../record/case.ts';
import { caseCard } from './card/case-card.ts';
import { SHOW } from './handles.ts';
import { maySee } from './view.ts';

/** `/service show`: one case with everything that the reader may see of it. */
export const serviceShow: Command = {
  area: 'service',
  verb: 'show',
  options: [{ name: 'case', kind: 'text', required: true }],
  who: 'service.list',
  effect: 'read',
  run: (talk, { case: typed = '' }) => shown(talk, typed.trim().toUpperCase()),
};

export const showClick: Click = {
  action: SHOW,
  effect: 'read',
  run: (talk, { subject }) => shown(talk, subject),
};

/** Of a case that somebody may not see they do not learn that there is one. */
async function shown(talk: Known, id: string): Promise<Answer> {
  const found = await loadService(talk.app, id);
  if (!found || !maySee(found, talk.person)) return refuse('services.unknown', { case: id });
  return { kind: 'card', card: await caseCard(talk.app, talk, found) };
}
