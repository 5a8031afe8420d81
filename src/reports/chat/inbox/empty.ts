import type { Button, Card } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Text } from '../../../chat/text.ts';
import { type Actor, ROLES, type Role } from '../../../people/principal.ts';
import type { InboxReader } from './cards.ts';

/** What each kind of person would want to do next, and the command for it. */
const NEXT: Readonly<Record<Role, readonly string[]>> = {
  STORE_OWNER: ['/provider search', '/report list'],
  STORE_MEMBER: ['/provider search', '/report list'],
  PROVIDER_ADMIN: ['/provider items', '/report list', '/service request'],
  PROVIDER_MEMBER: ['/report list'],
  STAFF_REVIEWER: ['/staff queue', '/staff approve', '/service queue'],
  STAFF_LEAD: ['/staff queue', '/staff invite'],
  AUDITOR: ['/report list'],
};

/** Nothing waits: said with what could be done instead. */
export function emptyInbox({ t, person }: InboxReader): Card {
  const commands = [...new Set(rolesOf(person).flatMap((role) => NEXT[role]))];
  return {
    tone: 'good',
    title: t('cases.inbox.empty'),
    lead: t('cases.inbox.empty-lead'),
    sections: [{ list: commands.map((command) => nextLine(t, command)) }],
    actions: [listButton(t)],
  };
}

const rolesOf = ({ memberships }: Actor): readonly Role[] =>
  ROLES.filter((role) => memberships.some((membership) => membership.role === role));

/** `/provider search`: what it does, in the words of the help. */
function nextLine(t: Translate, command: string): Text {
  const [area = '', verb = ''] = command.slice(1).split(' ');
  return [{ code: command }, ` ${t(`commands.${area}.${verb}.summary`)}`];
}

const listButton = (t: Translate): Button => ({
  label: t('cases.button.list'),
  tone: 'plain',
  handle: { action: 'report.list', subject: '', revision: 0, stateSeq: 0 },
});
