import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { LOCALES } from '../../../src/chat/conversation.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { ReportState } from '../../../src/reports/report.ts';
import { wordsOf } from './support/card-words.ts';
import { type CardReader, type Drawn, drawEveryState, READERS } from './support/every-state.ts';
import { openStage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let drawn: Drawn;
beforeAll(async () => {
  drawn = await drawEveryState(await openStage(stack));
}, 60_000);
afterAll(() => stack.disposeAsync());

const STATES: readonly ReportState[] = [
  'DRAFT',
  'REQUESTED',
  'FILLING',
  'STORE_CONFIRM',
  'STAFF_REVIEW',
  'INFO_REQUESTED',
  'SCHEDULED',
  'ACTIVE',
  'SUSPENDED',
  'NOTICE',
  'TERMINATED',
  'DECLINED',
  'WITHDRAWN',
  'REJECTED',
];

function card(state: ReportState, reader: CardReader, locale: 'en' | 'zh' = 'en'): Card {
  const found = drawn.get(state)?.[locale][reader];
  if (!found) throw new Error(`No card of ${state} was drawn.`);
  return found;
}

/** The buttons that decide; what cannot be pressed stands in brackets. */
const deciding = (shown: Card): readonly string[] =>
  (shown.actions ?? [])
    .filter(({ label }) => !['Details', 'History', 'Export'].includes(label))
    .map(({ label, disabledBecause }) => (disabledBecause === undefined ? label : `(${label})`));

const REVIEW = [
  'Approve',
  'Approve, second look',
  'Take the case',
  'Return for changes',
  'Ask for information',
  'Reject',
];
const ENDING = ['Give notice', 'Propose an end'];

/** What either side can note as done. */
const HANDOVER = [
  '✓ Accounts and access revoked',
  '✓ Data delivered',
  '✓ Stock reconciled',
  '✓ Open orders and disputes listed',
  '✓ Creative files delivered',
  '✓ Ad accounts handed over',
];

describe('the buttons of a case', () => {
  it.each<[ReportState, CardReader, readonly string[]]>([
    ['DRAFT', 'owner', ['Send request', 'Edit', 'Withdraw']],
    ['DRAFT', 'member', ['(Send request)', 'Edit']],
    ['DRAFT', 'reviewer', []],
    ['REQUESTED', 'admin', ['Accept', 'Decline']],
    ['REQUESTED', 'helper', ['(Accept)']],
    ['REQUESTED', 'owner', ['Withdraw']],
    ['FILLING', 'admin', ['Fill in', '(Submit to the store)']],
    ['FILLING', 'helper', ['Fill in', '(Submit to the store)']],
    ['FILLING', 'owner', ['Withdraw']],
    ['STORE_CONFIRM', 'owner', ['Confirm', 'Return for changes', 'Withdraw']],
    ['STORE_CONFIRM', 'member', ['(Confirm)']],
    ['STORE_CONFIRM', 'admin', []],
    ['STAFF_REVIEW', 'reviewer', REVIEW],
    ['STAFF_REVIEW', 'lead', [...REVIEW, 'Assign']],
    ['STAFF_REVIEW', 'channel', REVIEW],
    ['STAFF_REVIEW', 'owner', ['Withdraw']],
    ['INFO_REQUESTED', 'admin', ['Answer', 'Attach evidence']],
    ['INFO_REQUESTED', 'owner', ['Withdraw']],
    ['SCHEDULED', 'owner', ['Propose an end']],
    ['ACTIVE', 'owner', [...ENDING, 'Report an urgent issue']],
    ['ACTIVE', 'admin', ENDING],
    ['ACTIVE', 'member', []],
    ['ACTIVE', 'lead', ['Suspend']],
    ['SUSPENDED', 'reviewer', ['Reinstate']],
    ['NOTICE', 'owner', ['Take notice back', 'Report an urgent issue', ...HANDOVER]],
    ['NOTICE', 'admin', HANDOVER],
    ['NOTICE', 'helper', []],
    ['DECLINED', 'owner', ['Copy to a new request']],
    ['WITHDRAWN', 'member', ['Copy to a new request']],
    ['REJECTED', 'owner', ['Copy to a new request']],
    ['REJECTED', 'admin', []],
  ])('in %s for the %s', (state, reader, buttons) => {
    expect(deciding(card(state, reader))).toEqual(buttons);
  });

  it('say who has the role, where somebody may prepare but not decide', () => {
    const send = card('DRAFT', 'member').actions?.find(({ label }) => label === 'Send request');
    expect(send?.disabledBecause).toContain('store owner');
    const submit = card('FILLING', 'helper').actions?.find(({ label }) => label === 'Submit to the store');
    expect(submit?.disabledBecause).toContain('provider administrator');
  });
});

describe.each(LOCALES)('a card in %s', (locale) => {
  const t = createTranslators()[locale];
  const everyCard = STATES.flatMap((state) => READERS.map((reader) => [state, reader] as const));

  it.each(everyCard)('of %s for the %s fits, and shows no code of the record', (state, reader) => {
    const shown = card(state, reader, locale);
    expect(shown.actions?.length ?? 0).toBeLessThanOrEqual(25);
    expect((shown.actions ?? []).filter(({ label }) => label.length > 75)).toEqual([]);
    const words = wordsOf(shown);
    expect(words).not.toMatch(/\b[A-Z]+_[A-Z_]+\b|\[object|undefined|prn_|\b(cases|reports|fields)\.[a-z]/);
    expect(words).toContain(t(`reports.state.${state}`));
  });

  it.each(STATES)('of %s keeps fees, contacts, contract and team out of the channel', (state) => {
    expect(wordsOf(card(state, 'channel', locale))).not.toMatch(
      /12,?000|HT-2026|林晓|周敏|yuanfan\.example|aurora\.example|Hangzhou|signature|chose another/,
    );
  });
});

describe('whoever must decide', () => {
  it.each<[ReportState, CardReader]>([
    ['STORE_CONFIRM', 'owner'],
    ['STAFF_REVIEW', 'reviewer'],
  ])('in %s is shown all of it', (state, reader) => {
    const words = wordsOf(card(state, reader));
    for (const filed of [
      'HT-2026-001',
      'CN¥12,000.00',
      '林晓',
      'QS03 On-time shipment ≥ 96 %',
      'contract.pdf',
    ]) {
      expect(words).toContain(filed);
    }
  });

  it('is told the reason that was given', () => {
    expect(wordsOf(card('DECLINED', 'owner'))).toContain('No capacity at present');
    expect(wordsOf(card('WITHDRAWN', 'admin'))).toContain('We chose another way.');
    const rejected = wordsOf(card('REJECTED', 'admin', 'zh'));
    expect(rejected).toContain('凭证与报备内容不一致');
    expect(rejected).toContain('G9 凭证');
    expect(rejected).toContain('The signature on the contract is missing.');
  });

  it('sees the four steps, with the one that is on', () => {
    const statuses = (state: ReportState) => card(state, 'owner').progress?.map(({ status }) => status);
    expect(statuses('STORE_CONFIRM')).toEqual(['done', 'done', 'current', 'todo']);
    expect(statuses('DECLINED')).toEqual(['done', 'failed', 'todo', 'todo']);
    expect(statuses('ACTIVE')).toEqual(['done', 'done', 'done', 'done']);
  });
});
