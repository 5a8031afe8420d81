import type { Card } from '../../../../src/chat/card.ts';
import { LOCALES, type Locale } from '../../../../src/chat/conversation.ts';
import { createTranslators } from '../../../../src/chat/messages/translators.ts';
import { tickDue } from '../../../../src/reports/actions/tick.ts';
import { drawCase } from '../../../../src/reports/chat/draw-case.ts';
import type { ReportState } from '../../../../src/reports/report.ts';
import type { Stage } from './stage.ts';

export const READERS = ['owner', 'member', 'admin', 'helper', 'reviewer', 'lead', 'channel'] as const;
export type CardReader = (typeof READERS)[number];

/** The card of a case in each state, as each reader sees it in each language. */
export type Drawn = ReadonlyMap<ReportState, Readonly<Record<Locale, Readonly<Record<CardReader, Card>>>>>;

/** Leads cases through every state and draws their cards on the way. */
export async function drawEveryState(stage: Stage): Promise<Drawn> {
  const { drive, cast, clock, app } = stage;
  const drawn = new Map<ReportState, Record<Locale, Record<CardReader, Card>>>();
  const draw = async (id: string) => {
    const { state } = (await drive.load(id)).report;
    drawn.set(state, await inBothLanguages(stage, id));
  };
  const requested = async () => {
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    return id;
  };

  const declined = await requested();
  await drive.apply(declined, cast.admin, { type: 'decline', reasonCode: 'NO_CAPACITY', text: '' });
  await draw(declined);
  const withdrawn = await requested();
  await drive.apply(withdrawn, cast.owner, { type: 'withdraw', text: 'We chose another way.' });
  await draw(withdrawn);
  const rejected = await drive.toReview({}, { contractNo: 'HT-2026-900' });
  const text = 'The signature on the contract is missing.';
  await drive.apply(rejected, cast.reviewer, {
    type: 'reject',
    reasonCode: 'EVIDENCE_CONTRADICTS',
    ruleId: 'G9',
    text,
  });
  await draw(rejected);

  const id = await drive.draft();
  await draw(id);
  await drive.apply(id, cast.owner, { type: 'request' });
  await draw(id);
  await drive.apply(id, cast.admin, { type: 'accept' });
  await draw(id);
  await drive.fill(id);
  await drive.submit(id);
  await draw(id);
  await drive.confirm(id);
  await draw(id);
  const question = 'Which team answers at night?';
  await drive.apply(id, cast.reviewer, { type: 'askInformation', from: 'provider', question });
  await draw(id);
  await drive.apply(id, cast.admin, { type: 'answerInformation', answer: 'The night team in Hangzhou.' });
  await drive.apply(id, cast.reviewer, { type: 'approve' });
  await draw(id);
  clock.moveTo('2026-06-01T02:00:00Z');
  await tickDue(app);
  await draw(id);
  await drive.apply(id, cast.lead, { type: 'suspend', cause: 'DEPOSIT_SHORT', text });
  await draw(id);
  await drive.apply(id, cast.reviewer, { type: 'reinstate', text: 'The deposit was topped up today.' });
  await drive.apply(id, cast.owner, { type: 'giveNotice', effectiveOn: '2026-08-01' });
  await draw(id);
  clock.moveTo('2026-08-02T02:00:00Z');
  await tickDue(app);
  await draw(id);
  return drawn;
}

const translators = createTranslators();

async function inBothLanguages(stage: Stage, id: string) {
  const cards = await Promise.all(
    LOCALES.map(async (locale) => [locale, await forAll(stage, id, locale)] as const),
  );
  return Object.fromEntries(cards) as Record<Locale, Record<CardReader, Card>>;
}

async function forAll({ app, cast, drive }: Stage, id: string, locale: Locale) {
  const parties = await drive.load(id);
  const reader = { locale, zone: 'Asia/Shanghai', t: translators[locale] };
  const cards = await Promise.all(
    READERS.map(async (name) => {
      const person = name === 'channel' ? null : { ...cast[name], displayName: name };
      return [name, await drawCase(app, { ...reader, person }, parties)] as const;
    }),
  );
  return Object.fromEntries(cards) as Record<CardReader, Card>;
}
