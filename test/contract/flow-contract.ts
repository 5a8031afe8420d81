import { describe, expect, it } from 'vitest';
import type { IssuedCard } from '../../src/chat/card.ts';
import { LOCALES, type Locale } from '../../src/chat/conversation.ts';
import type { Field, FormPage } from '../../src/chat/form.ts';
import { createTranslators } from '../../src/chat/messages/translators.ts';
import { refusalCard } from '../../src/chat/router/cards.ts';
import { type Refusal, refuse } from '../../src/result.ts';
import type { FakeConversations } from '../adapters/support/fake-conversations.ts';
import { aButton, aCard, aPage } from '../adapters/support/samples.ts';
import type { Screen } from '../e2e/support/screen.ts';
import { EXTREME_CARDS } from './sample-cards.ts';
import { EXTREME_FORMS } from './sample-forms.ts';

/** A platform's adapter on its stand-in, and two people of one channel before their screens. */
export interface Front extends AsyncDisposable {
  readonly core: FakeConversations;
  readonly asker: (locale: Locale) => Screen;
  /** What somebody else in the channel has on their screen. */
  readonly others: (locale: Locale) => string;
  readonly post: (card: IssuedCard, locale: Locale) => Promise<unknown>;
  /** Opens the page that comes next, where it stands behind a button. */
  readonly turn: (screen: Screen) => Promise<void>;
  /** What the platform would have refused, and what went wrong. */
  readonly troubles: () => readonly unknown[];
}

export interface FlowAdapter {
  readonly name: string;
  readonly open: () => Promise<Front>;
}

const translators = createTranslators();
const CONTRACT = 'Contract number';

const REFUSED: readonly (readonly [string, Refusal, Readonly<Record<Locale, string>>])[] = [
  [
    'a late click is told who decided',
    refuse('reports.already-decided', {
      report: 'CR-2026-000123',
      rule: 'T10',
      state: 'SCHEDULED',
      by: 'Wang Fang',
      byClock: false,
      at: new Date('2026-05-06T02:00:00Z'),
    }),
    { en: 'Wang Fang', zh: 'Wang Fang' },
  ],
  [
    'an unauthorised click is told the role that it takes',
    refuse('people.role-needed', { rolesNeeded: ['STAFF_REVIEWER'] }),
    { en: translators.en('common.role.STAFF_REVIEWER'), zh: translators.zh('common.role.STAFF_REVIEWER') },
  ],
];

const MANY = aPage({
  fields: Array.from(
    { length: 12 },
    (_, index): Field => ({ kind: 'text', name: `f${index + 1}`, label: `Field ${index + 1}` }),
  ),
});

const opensThen = (page: FormPage<string>, saved: string): FakeConversations['answer'] => {
  return (incoming) =>
    incoming.kind === 'form' && incoming.move !== 'keep'
      ? { kind: 'closed', card: aCard({ title: saved }) }
      : { kind: 'form', page };
};

/** What every adapter must carry through, whatever its platform makes of it. */
export function describeFlows({ name, open }: FlowAdapter): void {
  describe.each(LOCALES)(`on ${name}, read in %s`, (locale) => {
    it('a press is answered to whoever pressed, and to nobody else', async () => {
      await using front = await open();
      front.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Confirmed by you' }) });
      await front.post(aCard({ actions: [aButton()] }), locale);
      const asker = front.asker(locale);
      await asker.press('Confirm');
      await asker.sees('Confirmed by you');
      expect(front.core.ran).toMatchObject([{ kind: 'click', handle: 'act_confirm' }]);
      expect(front.others(locale)).not.toContain('Confirmed by you');
      expect(front.troubles()).toEqual([]);
    });

    it.each(REFUSED)('%s, privately', async (_what, refusal, words) => {
      await using front = await open();
      front.core.answer = () => ({ kind: 'card', card: refusalCard(translators[locale], refusal) });
      await front.post(aCard({ actions: [aButton()] }), locale);
      const asker = front.asker(locale);
      await asker.press('Confirm');
      await asker.sees(words[locale]);
      expect(front.others(locale)).not.toContain(words[locale]);
      expect(front.troubles()).toEqual([]);
    });

    it('a form with an error is mended and accepted', async () => {
      await using front = await open();
      front.core.answer = (incoming) => {
        if (incoming.kind !== 'form' || incoming.move === 'keep') return { kind: 'form', page: aPage() };
        return incoming.values.contract_no === 'HT-1'
          ? { kind: 'closed', card: aCard({ title: 'Saved' }) }
          : { kind: 'field-errors', errors: { contract_no: 'No such contract' }, page: aPage() };
      };
      const asker = front.asker(locale);
      await asker.command('/report list');
      await asker.form(CONTRACT);
      await asker.send({ [CONTRACT]: 'wrong' });
      await asker.sees('No such contract');
      await front.turn(asker);
      await asker.form(CONTRACT);
      await asker.send({ [CONTRACT]: 'HT-1' });
      await asker.sees('Saved');
      expect(front.troubles()).toEqual([]);
    });

    it('a form of several pages is walked to its end', async () => {
      await using front = await open();
      const fee = aPage({
        page: 'fee',
        title: 'Fee',
        fields: [{ kind: 'text', name: 'fee', label: 'Amount' }],
      });
      front.core.answer = (incoming) => {
        if (incoming.kind !== 'form') return { kind: 'form', page: aPage() };
        if (incoming.page === 'contract' || incoming.move === 'keep') return { kind: 'form', page: fee };
        return { kind: 'closed', card: aCard({ title: 'Saved' }) };
      };
      const asker = front.asker(locale);
      await asker.command('/report list');
      await asker.form(CONTRACT);
      await asker.send({ [CONTRACT]: 'HT-1' });
      await front.turn(asker);
      await asker.form('Amount');
      await asker.send({ Amount: '1200' });
      await asker.sees('Saved');
      expect(front.core.ran.at(-1)).toMatchObject({ page: 'fee', values: { fee: '1200' }, move: 'submit' });
      expect(front.troubles()).toEqual([]);
    });

    it('a page of many inputs arrives whole', async () => {
      await using front = await open();
      front.core.answer = opensThen(MANY, 'Saved');
      const asker = front.asker(locale);
      await asker.command('/report list');
      await asker.form('Field 1');
      const entries = Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [`Field ${index + 1}`, `x${index}`]),
      );
      await asker.send(entries);
      await asker.sees('Saved');
      const values = front.core.ran.flatMap((one) => (one.kind === 'form' ? [one.values] : []));
      expect(Object.keys(Object.assign({}, ...values))).toHaveLength(12);
      expect(front.troubles()).toEqual([]);
    });

    it.each(Object.entries(EXTREME_CARDS))('an answer with %s is taken', async (_what, sample) => {
      await using front = await open();
      front.core.answer = () => ({ kind: 'cards', cards: [sample(locale), aCard({ title: 'The end' })] });
      await front.post(aCard({ actions: [aButton()] }), locale);
      const asker = front.asker(locale);
      await asker.press('Confirm');
      await asker.sees('The end');
      expect(front.troubles()).toEqual([]);
    });

    it.each(Object.entries(EXTREME_FORMS))('a form with %s opens', async (_what, sample) => {
      await using front = await open();
      front.core.answer = () => ({ kind: 'form', page: sample(locale) });
      const asker = front.asker(locale);
      await asker.command('/report list');
      await asker.form('');
      expect(front.troubles()).toEqual([]);
    });
  });
}
