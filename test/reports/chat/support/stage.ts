import type { App } from '../../../../src/app.ts';
import type { Card } from '../../../../src/chat/card.ts';
import { createRegistry, type Registry } from '../../../../src/chat/commands/registry.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import type { FormPage, FormValues } from '../../../../src/chat/form.ts';
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
  readonly submit: (values: FormValues, move?: 'submit' | 'back') => Promise<Answer>;
  readonly write: (
    text: string,
    place?: { readonly direct?: boolean; readonly thread?: string },
  ) => Promise<Answer>;
  readonly home: () => Promise<Answer>;
}

export interface Stage {
  readonly app: App;
  readonly clock: ReturnType<typeof testClock>;
  readonly cast: Cast;
  readonly drive: CaseDriver;
  readonly registry: Registry;
  readonly as: (person: Actor, locale?: Locale) => Voice;
}

/** A store, a provider and the staff with linked accounts, over a database of their own; ends with the stack. */
export async function openStage(stack: AsyncDisposableStack): Promise<Stage> {
  const clock = testClock('2026-05-06T03:00:00Z');
  const database = stack.use(await testDatabase());
  const tested = stack.use(await testApp(database, clock));
  const errors: unknown[] = [];
  const app: App = { ...tested, log: loud(tested.log, errors) };
  const cast = await seedCast(database);
  const everybody = [
    cast.owner,
    cast.member,
    cast.admin,
    cast.helper,
    cast.reviewer,
    cast.secondReviewer,
    cast.lead,
  ];
  await database.prisma.chatAccount.createMany({
    data: everybody.map(({ principalId }) => ({
      platform: 'slack',
      workspace: 'T1',
      userId: principalId,
      principalId,
      linkedAt: clock.now(),
    })),
  });
  const registry = createRegistry(VOCABULARIES);
  const translators = createTranslators();
  const conversations = createConversations({
    app,
    registry,
    defaults: { locale: 'en', zone: 'Asia/Shanghai', translators },
  });
  let requests = 0;
  const from = ({ principalId }: Actor, locale: Locale) => {
    requests += 1;
    return {
      key: `request-${requests}`,
      account: { platform: 'slack' as const, workspace: 'T1', userId: principalId },
      place: { channel: `D-${principalId}`, direct: true, token: {} },
      locale,
    };
  };
  const as = (person: Actor, locale: Locale = 'en'): Voice => {
    let last: Answer = null;
    const asked = async (reply: Promise<Answer>) => {
      last = await reply;
      if (errors.length > 0) throw errors[0];
      return last;
    };
    return {
      type: (line) => {
        const [area = '', ...rest] = line.slice(1).split(' ');
        const text = rest.join(' ');
        return asked(conversations.handle({ ...from(person, locale), kind: 'command', area, text }));
      },
      press: (label, on = last) =>
        asked(conversations.handle({ ...from(person, locale), kind: 'click', handle: handleOf(on, label) })),
      submit: (values, move = 'submit') => {
        const { form, page, target: handle } = formOf(last);
        return asked(
          conversations.handle({ ...from(person, locale), kind: 'form', form, page, handle, values, move }),
        );
      },
      write: (text, { direct = true, thread } = {}) => {
        const incoming = from(person, locale);
        const place = { ...incoming.place, direct };
        return asked(
          conversations.handle({ ...incoming, place, kind: 'message', text, ...(thread ? { thread } : {}) }),
        );
      },
      home: () => asked(conversations.handle({ ...from(person, locale), kind: 'home' })),
    };
  };
  return { app, clock, cast, drive: caseDriver(app, cast), registry, as };
}

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
