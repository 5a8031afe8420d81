import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/chat/conversation.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { standingView } from '../../../src/directory/reminders/standing-card.ts';
import type { Actor } from '../../../src/people/principal.ts';
import { sweepReminders } from '../../../src/reminders/sweep/sweep.ts';
import { digestView } from '../../../src/reports/chat/reminders/digest-view.ts';
import { REMINDER_SOURCES } from '../../../src/vocabularies.ts';
import { said } from '../../chat/talking.ts';
import { wordsOf } from './support/card-words.ts';
import { buttonsOf, labelsOf, openStage, type Stage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
let id: string;
beforeAll(async () => {
  stage = await openStage(stack);
  stage.clock.moveTo('2026-04-30T02:00:00Z');
  id = await stage.drive.draft();
  await stage.drive.apply(id, stage.cast.owner, { type: 'request' });
});
afterAll(() => stack.disposeAsync());

const sweptAt = async (at: string) => {
  stage.clock.moveTo(at);
  await sweepReminders(stage.app, REMINDER_SOURCES);
};
const shown = (locale: Locale = 'en') => stage.as(stage.cast.admin, locale).type(`/report show ${id}`);
const audienceOf = (person: Actor | null, locale: Locale) => ({
  locale,
  zone: 'Asia/Shanghai',
  t: createTranslators()[locale],
  person: person && { ...person, displayName: person.principalId },
});

describe('a case of which somebody was reminded', () => {
  it('says nothing of reminders before the first one', async () => {
    expect(labelsOf(await shown())).not.toContain('I am on it');
  });

  it.each([
    ['en', 'Half of the time for this step is used.', 'I am on it'],
    ['zh', '此步骤的处理时限已过一半。', '我在处理'],
  ] as const)('stands in the morning’s digest (%s)', async (locale, line, button) => {
    await sweptAt('2026-05-07T01:30:00Z');
    const digest = await digestView.draw(
      stage.app,
      audienceOf(stage.cast.admin, locale),
      'digest:prn_admin_a:2026-05-07',
    );
    expect(digest?.map((card) => wordsOf(card)).join('\n')).toContain(id);
    const card = await shown(locale);
    expect(said(card)).toContain(line);
    expect(labelsOf(card)).toContain(button);
  });

  it('shows a digest to nobody else', async () => {
    const subject = 'digest:prn_admin_a:2026-05-07';
    expect(await digestView.draw(stage.app, audienceOf(stage.cast.owner, 'en'), subject)).toBeNull();
    expect(await digestView.draw(stage.app, audienceOf(null, 'en'), subject)).toBeNull();
  });

  it('says how many a reminder went to', async () => {
    await sweptAt('2026-05-07T06:24:00Z');
    expect(said(await shown())).toContain('went to 2 people');
  });

  it('is put off by a button, twice, and says so', async () => {
    const admin = stage.as(stage.cast.admin);
    const card = await admin.type(`/report show ${id}`);
    expect(said(await admin.press('Remind me in 2 hours', card))).toContain('put off until');
    expect(said(await shown())).toContain('The deadline stays as it is.');
    await sweptAt('2026-05-07T08:24:00Z');
    await sweptAt('2026-05-08T01:00:00Z');
    const again = await admin.type(`/report show ${id}`);
    expect(said(again)).toContain('You asked to be reminded now.');
    await admin.press('Remind me on the next working day', again);
    await sweptAt('2026-05-09T01:00:00Z');
    const spent = buttonsOf(await shown()).find(({ label }) => label === 'Remind me in 2 hours');
    expect(spent?.disabledBecause).toContain('twice');
  });

  it('names the lapse on the last notice', async () => {
    await sweptAt('2026-05-09T06:30:00Z');
    await sweptAt('2026-05-11T01:00:00Z');
    await sweptAt('2026-05-12T02:00:00Z');
    expect(said(await shown())).toContain('Last notice.');
  });

  it('is silent on the digest once it is done', async () => {
    await stage.drive.apply(id, stage.cast.admin, { type: 'accept' });
    const digest = await digestView.draw(
      stage.app,
      audienceOf(stage.cast.admin, 'en'),
      'digest:prn_admin_a:2026-05-07',
    );
    expect(digest?.[0]?.title).toBe('Today: everything here is done');
  });
});

describe('a provider’s own deadlines', () => {
  it.each([
    ['en', '29,999.99'],
    ['zh', '即将到期'],
  ] as const)('are shown to its people and to leads alone (%s)', async (locale, words) => {
    const { app, cast } = stage;
    await app.database.prisma.report.update({ where: { id }, data: { state: 'ACTIVE' } });
    await app.database.prisma.provider.update({
      where: { id: cast.providerId },
      data: { depositAvailableMinor: 2_000_001n },
    });
    await app.database.prisma.reminder.createMany({
      skipDuplicates: true,
      data: [
        { object: cast.providerId, stateSeq: 20260512, rung: 'deposit-0', receiver: '*', dueAt: new Date(0) },
      ],
    });
    const drawn = async (person: Actor | null) =>
      (await standingView.draw(app, audienceOf(person, locale), cast.providerId))?.map(wordsOf).join('\n');
    expect(await drawn(cast.admin)).toContain(words);
    expect(await drawn(cast.lead)).toContain(words);
    expect(await drawn(cast.owner)).toBeUndefined();
    expect(await drawn(null)).toBeUndefined();
  });
});
