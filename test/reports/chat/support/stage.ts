import type { App } from '../../../../src/app.ts';
import type { Card } from '../../../../src/chat/card.ts';
import { createRegistry, type Registry } from '../../../../src/chat/commands/registry.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import type { FormPage, FormValues } from '../../../../src/chat/form.ts';
import type { Incoming } from '../../../../src/chat/incoming.ts';
import { createTranslators } from '../../../../src/chat/messages/translators.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { createConversations } from '../../../../src/chat/router/conversations.ts';
import type { Actor } from '../../../../src/people/principal.ts';
import { VOCABULARIES } from '../../../../src/vocabularies.ts';
import { testApp, testClock } from '../../../support/app.ts';
import { type CaseDriver, caseDriver } from '../../../support/case-driver.ts';
import { type Cast, seedCast } from '../../../support/cast.ts';
import { testDatabase } from '../../../support/database.ts';

type Answer = Reply<string> | null;

/** Somebody at their chat: what they type, press and fill in, and what comes back. */
export interface Voice {
  readonly type: (line: string) => Promise<Answer>;
  /** A button of the last answer (or of the given one) by its label. */
  readonly press: (label: string, on?: Answer) => Promise<Answer>;
  /** The form that is open, or one that was. */
  readonly submit: (values: FormValues, move?: 'submit' | 'back', on?: Answer) => Promise<Answer>;
  readonly write: (
    text: string,
    place?: { readonly direct?: boolean; readonly thread?: string },
  ) => Promise<Answer>;
  readonly home: () => Promise<Answer>;
}

/** A store, a provider and the staff, with linked accounts. */
export interface Scene {
  readonly cast: Cast;
  readonly drive: CaseDriver;
}

export interface Stage extends Scene {
  readonly app: App;
  readonly clock: ReturnType<typeof testClock>;
  readonly registry: Registry;
  readonly as: (person: Actor, locale?: Locale) => Voice;
  /** Another store and provider on the same database, so that no case is in another's way. */
  readonly nextScene: () => Promise<Scene>;
}

/** Over a database of its own; ends with the stack. */
export async function openStage(stack: AsyncDisposableStack): Promise<Stage> {
  const clock = testClock('2026-05-06T03:00:00Z');
  const database = stack.use(await testDatabase());
  const tested = stack.use(await testApp(database, clock));
  const errors: unknown[] = [];
  const app: App = { ...tested, log: loud(tested.log, errors) };
  const registry = createRegistry(VOCABULARIES);
  const defaults = { locale: 'en', zone: 'Asia/Shanghai', translators: createTranslators() } as const;
  const { handle } = createConversations({ app, registry, defaults });
  const tellErrors = async (incoming: Incoming) => {
    const reply = await handle(incoming);
    const [error] = errors.splice(0);
    if (error !== undefined) throw error;
    return reply;
  };
  let scenes = 0;
  const nextScene = async (): Promise<Scene> => {
    scenes += 1;
    return scene(app, scenes === 1 ? 'a' : `s${scenes}`);
  };
  return {
    ...(await nextScene()),
    ...{ app, clock, registry, nextScene },
    as: (person, locale = 'en') => voice(tellErrors, person, locale),
  };
}

async function scene(app: App, tag: string): Promise<Scene> {
  const cast = await seedCast(app.database, { tag });
  const { owner, member, admin, helper, reviewer, secondReviewer, lead } = cast;
  await app.database.prisma.chatAccount.createMany({
    skipDuplicates: true,
    data: [owner, member, admin, helper, reviewer, secondReviewer, lead].map(({ principalId }) => ({
      platform: 'slack',
      workspace: 'T1',
      userId: principalId,
      principalId,
      linkedAt: app.clock.now(),
    })),
  });
  return { cast, drive: caseDriver(app, cast) };
}

let requests = 0;

function voice(handle: (incoming: Incoming) => Promise<Answer>, person: Actor, locale: Locale): Voice {
  let last: Answer = null;
  // A form that was refused stays open.
  let open: Answer = null;
  const userId = person.principalId;
  const ask = async (what: Spoken, direct = true) => {
    requests += 1;
    last = await handle({
      key: `request-${requests}`,
      account: { platform: 'slack', workspace: 'T1', userId },
      place: { channel: `D-${userId}`, direct, token: {} },
      locale,
      ...what,
    });
    if (last?.kind !== 'field-errors') open = last;
    return last;
  };
  return {
    type: (line) => {
      const [area = '', ...rest] = line.slice(1).split(' ');
      return ask({ kind: 'command', area, text: rest.join(' ') });
    },
    press: (label, on = last) => ask({ kind: 'click', handle: handleOf(on, label) }),
    submit: (values, move = 'submit', on = open) => {
      const { form, page, target: handle, fields } = formOf(on);
      // As a platform does: only what the page asks for comes back.
      const own = fields.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]]));
      return ask({ kind: 'form', form, page, handle, values: Object.fromEntries(own), move });
    },
    write: (text, { direct = true, thread } = {}) =>
      ask({ kind: 'message', text, ...(thread ? { thread } : {}) }, direct),
    home: () => ask({ kind: 'home' }),
  };
}

type Bare<Kind> = Kind extends Incoming ? Omit<Kind, 'key' | 'account' | 'place' | 'locale'> : never;
type Spoken = Bare<Incoming>;

/** What the router would only log fails the test that caused it. */
function loud(log: App['log'], errors: unknown[]): App['log'] {
  return { ...log, error: (data: unknown) => errors.push(problemIn(data)) };
}

const problemIn = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'err' in data ? data.err : data;

export function formOf(reply: Answer): FormPage<string> {
  if (reply?.kind !== 'form') throw new Error(`No form was opened: ${JSON.stringify(reply)}`);
  return reply.page;
}

export function cardsOf(reply: Answer): readonly Card<string>[] {
  if (reply?.kind === 'cards') return reply.cards;
  return reply && 'card' in reply && reply.card ? [reply.card] : [];
}

export const buttonsOf = (reply: Answer) => cardsOf(reply).flatMap(({ actions }) => actions ?? []);
export const labelsOf = (reply: Answer) => buttonsOf(reply).map(({ label }) => label);

function handleOf(reply: Answer, label: string): string {
  const found = buttonsOf(reply).find((button) => button.label === label);
  if (!found)
    throw new Error(`No button "${label}" on: ${JSON.stringify(labelsOf(reply))} ${JSON.stringify(reply)}`);
  return found.handle;
}
