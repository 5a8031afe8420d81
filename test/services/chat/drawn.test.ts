import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCard as drawOnDiscord } from '../../../adapters/discord/draw/cards/message.ts';
import { drawModal } from '../../../adapters/discord/draw/forms/modal.ts';
import { partsOf } from '../../../adapters/discord/draw/forms/parts.ts';
import { drawCard as drawOnSlack } from '../../../adapters/slack/draw/cards/message.ts';
import { drawForm } from '../../../adapters/slack/draw/forms/form.ts';
import type { IssuedCard } from '../../../src/chat/card.ts';
import { LOCALES, type Locale } from '../../../src/chat/conversation.ts';
import type { FormPage } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { openQueue, type Queue } from '../../../src/platform/queue.ts';
import { SCOPES } from '../../../src/services/access/scopes.ts';
import { serviceVocabulary } from '../../../src/services/chat/vocabulary.ts';
import { from, said, type Talk, talking, testApp } from '../../chat/talking.ts';
import * as discord from '../../contract/discord-eyes.ts';
import * as slack from '../../contract/slack-eyes.ts';
import { testDatabase } from '../../support/database.ts';
import { ANSWER, APPLICATION, givenLevel, givenParties, LOAN, QUESTION } from '../support/given.ts';

let database: Database;
let queue: Queue;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  queue = await openQueue(database, createLogger({ level: 'silent' }));
  talk = talking({ ...testApp(database), queue }, [serviceVocabulary]);
  await givenParties(database);
  await givenLevel(database, '6');
});
afterAll(async () => {
  await queue[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const cardProblems = (card: IssuedCard, locale: Locale) => [
  ...slack.messageProblems(drawOnSlack(card, { locale })),
  ...discord.messageProblems([drawOnDiscord(card, { locale })]),
];

function formProblems(page: FormPage<string>, locale: Locale): readonly string[] {
  const parts = partsOf(page, locale);
  const modals = parts.map((_part, index) => drawModal(page, { parts, index, locale }));
  return [...slack.modalProblems(drawForm(page, { locale })), ...discord.modalsProblems(modals)];
}

function problems(reply: Reply<string> | null, locale: Locale): readonly string[] {
  if (reply?.kind === 'form') return formProblems(reply.page, locale);
  const cards = reply?.kind === 'cards' ? reply.cards : reply && 'card' in reply ? [reply.card] : [];
  return cards.flatMap((card) => (card ? cardProblems(card, locale) : ['no card']));
}

const ADMIN: Readonly<Record<Locale, string>> = { en: 'ADMIN', zh: 'GUAN' };

/** As long as its inputs let it be. */
const LONGEST = '很'.repeat(1_900);

describe.each(LOCALES)('special services, read in %s', (locale) => {
  const admin = ADMIN[locale];
  const begun = async (kind: string, values: Parameters<Talk['submit']>[2]) => {
    const form = await talk.type(admin, `/service request ${kind}`);
    expect(problems(form, locale)).toEqual([]);
    const sent = await talk.submit(admin, form, values);
    expect(problems(sent, locale)).toEqual([]);
    return /\b(CON|LOAN|API)-\d{4}-\d{6}\b/.exec(said(sent))?.[0] ?? said(sent);
  };
  const press = async (user: string, id: string, event: string) => {
    const shown = await talk.type(user, `/service show ${id}`);
    const card = shown?.kind === 'card' ? shown.card : undefined;
    const handles = await database.prisma.actionHandle.findMany({
      where: { action: `service.${event}`, subject: id },
    });
    const button = card?.actions?.find(({ handle }) => handles.some((one) => one.id === handle));
    expect(problems(shown, locale)).toEqual([]);
    if (!button) throw new Error(`Nobody offers ${event}: ${said(shown)}`);
    return talk.handle({ ...from(user), kind: 'click', handle: button.handle });
  };

  it('a consultation with the longest question and answer fits both platforms', async () => {
    const id = await begun('consultation', { ...QUESTION, question: LONGEST });
    const form = await press('MEI', id, 'answer');
    expect(problems(form, locale)).toEqual([]);
    const answered = await talk.submit('MEI', form, { ...ANSWER, text: LONGEST });
    expect(problems(answered, locale)).toEqual([]);
    expect(problems(await press(admin, id, 'reopen'), locale)).toEqual([]);
  });

  it('a loan request fits both platforms at every step', async () => {
    const id = await begun('loan', LOAN);
    expect(problems(await press(admin, id, 'edit'), locale)).toEqual([]);
    expect(problems(await press(admin, id, 'submit'), locale)).toEqual([]);
    expect(problems(await talk.type(admin, `/service show ${id}`), locale)).toEqual([]);
  });

  it('an application with every scope and twenty addresses fits both platforms', async () => {
    const allowedIps = Array.from({ length: 20 }, (_, index) => `2001:4860:4860:${index}::8888`).join('\n');
    const purpose = LONGEST.slice(0, 1_000);
    const id = await begun('api', { ...APPLICATION, scopes: SCOPES, allowedIps, systemPurpose: purpose });
    expect(problems(await press('MEI', id, 'take'), locale)).toEqual([]);
    expect(problems(await press('MEI', id, 'refuse'), locale)).toEqual([]);
    expect(problems(await press('MEI', id, 'approve'), locale)).toEqual([]);
    expect(problems(await press('TAO', id, 'approve'), locale)).toEqual([]);
  });

  it('lists and queues fit both platforms', async () => {
    expect(problems(await talk.type(admin, '/service list'), locale)).toEqual([]);
    expect(problems(await talk.type('MEI', '/service queue'), locale)).toEqual([]);
    expect(problems(await talk.type(admin, '/service request'), locale)).toEqual([]);
  });
});
