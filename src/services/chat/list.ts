import type { Button, Card } from '../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../chat/conversation.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import { type ServiceLine, servicesOf } from '../record/lines.ts';
import { lineSection } from './card/line.ts';
import { handleOf, LIST, pageHandle } from './handles.ts';

const ON_PAGE = 8;

/** `/service list`: what one's own provider has asked for, newest first; of all providers for staff. */
export const serviceList: Command = {
  area: 'service',
  verb: 'list',
  options: [],
  who: 'service.list',
  effect: 'read',
  run: (talk) => listed(talk, 0),
};

export const listClick: Click = {
  action: LIST,
  effect: 'read',
  run: async (talk, { data = '0' }) =>
    permissionRefusal(permitted('service.list', talk.person)) ?? listed(talk, Math.max(0, Number(data) || 0)),
};

async function listed(talk: Known, page: number): Promise<Answer> {
  const found = await servicesOf(talk.app, talk.person, { limit: ON_PAGE + 1, offset: page * ON_PAGE });
  return { kind: 'card', card: listCard(talk, found, page) };
}

function listCard(talk: Known, found: readonly ServiceLine[], page: number): Card {
  const { t, app } = talk;
  const lines = found.slice(0, ON_PAGE);
  const title = t('services.list.title');
  if (lines.length === 0) return { tone: 'neutral', title, lead: t('services.list.none') };
  const turn = (label: string, to: number): Button => ({
    label: t(label),
    tone: 'plain',
    handle: pageHandle(LIST, to),
  });
  return {
    tone: 'neutral',
    title,
    sections: lines.map((line) => lineSection(talk, line, app.clock.now())),
    actions: [
      ...lines.map((line): Button => ({ label: line.id, tone: 'plain', handle: handleOf(line, 'show') })),
      ...(page > 0 ? [turn('cases.button.earlier', page - 1)] : []),
      ...(found.length > ON_PAGE ? [turn('cases.button.more', page + 1)] : []),
    ],
  };
}
