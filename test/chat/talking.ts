import type { App } from '../../src/app.ts';
import type { Fact } from '../../src/chat/card.ts';
import { createRegistry, type Registry } from '../../src/chat/commands/registry.ts';
import type { Locale, Vocabulary } from '../../src/chat/conversation.ts';
import type { FormValues } from '../../src/chat/form.ts';
import type { AccountRef, Incoming } from '../../src/chat/incoming.ts';
import { createTranslators } from '../../src/chat/messages/translators.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createConversations } from '../../src/chat/router/conversations.ts';
import type { Conversations } from '../../src/chat/router/ticket.ts';
import { plain, type Text } from '../../src/chat/text.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { createIds } from '../../src/platform/ids.ts';
import { createMetrics } from '../../src/platform/metrics.ts';

export const START = new Date('2026-05-04T02:00:00.000Z');

export interface TestApp extends App {
  /** Moves the clock. */
  readonly later: (minutes: number) => void;
  /** What was logged as an error. */
  readonly errors: string[];
}

/** Everything that actions need, on a given database, with a clock that stands still. */
export function testApp(database: Database): TestApp {
  let now = START;
  const clock = { now: () => now };
  const errors: string[] = [];
  const silent = () => {};
  const log = { trace: silent, debug: silent, info: silent, warn: silent, fatal: silent };
  return {
    database,
    clock,
    ids: createIds(clock),
    log: { ...log, error: (_data: unknown, message?: string) => errors.push(message ?? '') },
    metrics: createMetrics(),
    queue: absent('queue'),
    address: (path) => `https://bot.example${path}`,
    trustsLoopback: false,
    fetchFile: absent<App['fetchFile']>('files'),
    fileAt: async () => null,
    later: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    errors,
  };
}

/** A part that nothing under test may touch. */
function absent<T extends object>(name: string): T {
  const complain = () => {
    throw new Error(`No ${name} here.`);
  };
  return new Proxy({} as T, { get: complain });
}

let requests = 0;

export const account = (userId: string): AccountRef => ({ platform: 'slack', workspace: 'T1', userId });

/** What every request carries; each call is a request of its own. */
export function from(userId: string, locale?: string) {
  requests += 1;
  return {
    key: `request-${requests}`,
    account: account(userId),
    place: { channel: `D-${userId}`, direct: true, token: {} },
    ...(locale === undefined ? {} : { locale }),
  };
}

export interface Talk {
  readonly registry: Registry;
  readonly conversations: Conversations;
  readonly handle: (incoming: Incoming) => Promise<Reply<string> | null>;
  /** `/area text` typed by somebody. */
  readonly type: (userId: string, line: string) => Promise<Reply<string> | null>;
  readonly submit: (
    userId: string,
    opened: Reply<string> | null,
    values: FormValues,
  ) => Promise<Reply<string> | null>;
}

export function talking(app: App, vocabularies: readonly Vocabulary[], locale: Locale = 'en'): Talk {
  const registry = createRegistry(vocabularies);
  const defaults = { locale, zone: 'Asia/Shanghai', translators: createTranslators() };
  const conversations = createConversations({ app, registry, defaults });
  return {
    registry,
    conversations,
    handle: conversations.handle,
    type: (userId, line) => {
      const [area = '', ...rest] = line.slice(1).split(' ');
      return conversations.handle({ ...from(userId), kind: 'command', area, text: rest.join(' ') });
    },
    submit: (userId, opened, values) => {
      if (opened?.kind !== 'form') throw new Error(`No form was opened: ${said(opened)}`);
      const { form, page, target: handle } = opened.page;
      return conversations.handle({
        ...from(userId),
        kind: 'form',
        form,
        page,
        handle,
        values,
        move: 'submit',
      });
    },
  };
}

/** Everything that a reply says, on one line each, without formatting. */
export function said(reply: Reply<string> | null): string {
  if (reply === null) return '';
  if (reply.kind === 'form') return reply.page.title;
  if (reply.kind === 'field-errors') return [...Object.values(reply.errors), reply.summary ?? ''].join('\n');
  const cards = reply.kind === 'cards' ? reply.cards : 'card' in reply && reply.card ? [reply.card] : [];
  return cards
    .flatMap(({ title, lead, facts, sections, footer }) => [
      title,
      words(lead),
      ...factLines(facts),
      ...(sections ?? []).flatMap((section) => [
        section.title,
        words(section.body),
        ...factLines(section.facts),
        ...(section.list ?? []).map(words),
      ]),
      words(footer),
    ])
    .filter((line) => line !== undefined && line !== '')
    .join('\n');
}

const factLines = (facts: readonly Fact[] = []) =>
  facts.map(({ label, value }) => `${label}: ${words(value)}`);

const words = (text: Text | undefined): string => (text === undefined ? '' : plain(text));
