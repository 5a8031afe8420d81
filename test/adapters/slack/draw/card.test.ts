import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardBlocks } from '../../../../adapters/slack/draw/cards/card.ts';
import { drawHome } from '../../../../adapters/slack/draw/cards/home.ts';
import { drawCard, drawCards } from '../../../../adapters/slack/draw/cards/message.ts';
import type { IssuedCard } from '../../../../src/chat/card.ts';
import { messageProblems } from '../../../contract/slack-eyes.ts';
import { aButton, aCard } from '../../support/samples.ts';

const draw = (over: Partial<IssuedCard>) => cardBlocks(aCard(over), { locale: 'en' });
const ofType = (blocks: readonly KnownBlock[], type: KnownBlock['type']) =>
  blocks.filter((block) => block.type === type);
const json = (value: unknown) => JSON.stringify(value);

describe('a card', () => {
  it.each([
    ['neutral', 'Title'],
    ['waiting', '⏳ Title'],
    ['good', '✅ Title'],
    ['warning', '⚠️ Title'],
    ['bad', '⛔ Title'],
  ] as const)('of tone %s is headed %s', (tone, text) => {
    expect(draw({ tone, title: 'Title' })[0]).toEqual({
      type: 'header',
      text: { type: 'plain_text', text, emoji: false },
    });
  });

  it('shows its steps on one line, the current one in bold', () => {
    const [, opening] = draw({
      progress: [
        { label: 'Request', status: 'done' },
        { label: 'Fill in', status: 'current' },
        { label: 'Confirm', status: 'todo' },
      ],
    });
    expect(opening).toMatchObject({
      elements: [
        {},
        {
          elements: [
            { text: '✅ ' },
            { text: 'Request' },
            { text: '  →  🔵 ' },
            { text: 'Fill in', style: { bold: true } },
            { text: '  →  ⚪ ' },
            { text: 'Confirm' },
          ],
        },
      ],
    });
  });

  it('sets 60 buttons in rows of 25', () => {
    const actions = Array.from({ length: 60 }, (_, index) => aButton({ handle: `act_${index}` }));
    const rows = ofType(draw({ actions }), 'actions');
    expect(rows.map((row) => ('elements' in row ? row.elements.length : 0))).toEqual([25, 25, 10]);
  });

  it('says under the buttons what a disabled one waits for', () => {
    const blocks = draw({
      actions: [
        aButton(),
        aButton({ label: 'Approve', handle: 'act_2', disabledBecause: 'waits on the store' }),
      ],
    });
    expect(json(ofType(blocks, 'actions'))).not.toContain('Approve');
    expect(json(blocks.at(-1))).toContain('🔒');
    expect(json(blocks.at(-1))).toContain('waits on the store');
  });

  it('asks before a click counts where it should', () => {
    const confirm = { title: 'Sure?', body: 'Both sides are told.', yes: 'Reject', no: 'Keep' };
    const [row] = ofType(draw({ actions: [aButton({ tone: 'danger', confirm })] }), 'actions');
    expect(row).toMatchObject({
      elements: [{ style: 'danger', confirm: { title: { text: 'Sure?' }, deny: { text: 'Keep' } } }],
    });
  });

  it('puts the uploaded image, or else its words', () => {
    const card = aCard({ image: { png: new Uint8Array(), alt: 'Trend' } });
    expect(json(cardBlocks(card, { locale: 'en', imageFile: 'F1' }))).toContain('"slack_file":{"id":"F1"}');
    expect(json(cardBlocks(card, { locale: 'en' }))).toContain('🖼 Trend');
  });

  it('splits long text over blocks without losing a word', () => {
    const body = Array.from({ length: 1_200 }, (_, index) => `word${index}`).join(' ');
    const blocks = draw({ sections: [{ body }] });
    const texts = ofType(blocks, 'rich_text').flatMap((block) =>
      [...json(block).matchAll(/word\d+/g)].flat(),
    );
    expect(texts).toEqual(body.split(' '));
  });

  it('that is too long loses details, never its title, lead or buttons, and says how many', () => {
    const sections = Array.from({ length: 90 }, (_, index) => ({ title: `Section ${index}` }));
    const blocks = draw({ sections, actions: [aButton()], footer: 'The end' });
    expect(blocks).toHaveLength(50);
    const seen = json(blocks);
    expect(seen).toContain('It is your turn');
    expect(seen).toContain('act_confirm');
    expect(seen).toContain('The end');
    expect(seen).toContain('Section 44');
    expect(seen).not.toContain('Section 46');
    expect(seen).toMatch(/and \d+ more/);
  });

  it('is never refused, whatever stands in it', () => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom('en' as const, 'zh' as const), (card, locale) => {
        expect(messageProblems(drawCard(card, { locale }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('many cards', () => {
  it('share messages, and every button keeps an action id of its own', () => {
    const cards = Array.from({ length: 30 }, (_, index) =>
      aCard({ title: `Case ${index}`, actions: [aButton({ handle: `act_${index}` })] }),
    );
    const messages = drawCards(cards, { locale: 'en' });
    expect(messages.length).toBeLessThanOrEqual(4);
    for (const message of messages) {
      expect(messageProblems(message)).toEqual([]);
      const ids = [...json(message.blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('on the home tab end with a note when there is no room for all', () => {
    const view = drawHome(
      Array.from({ length: 60 }, () => aCard({ facts: [{ label: 'a', value: 'b' }] })),
      { locale: 'en' },
    );
    expect(view.blocks).toHaveLength(100);
    expect(json(view.blocks.at(-1))).toMatch(/and \d+ more/);
  });
});

const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', minLength: 2_000, maxLength: 4_000 }),
);
const anySection = fc.record(
  { title: anyWords, body: anyWords, list: fc.array(anyWords, { maxLength: 12 }) },
  { requiredKeys: [] },
);
const anyButton = fc.record(
  {
    label: anyWords,
    tone: fc.constantFrom('primary' as const, 'danger' as const, 'plain' as const),
    handle: fc.uuid(),
    disabledBecause: anyWords,
  },
  { requiredKeys: ['label', 'tone', 'handle'] },
);
const anyCard = fc.record(
  {
    tone: fc.constantFrom('neutral' as const, 'waiting' as const, 'bad' as const),
    title: anyWords,
    lead: anyWords,
    facts: fc.array(fc.record({ label: anyWords, value: anyWords }), { maxLength: 30 }),
    sections: fc.array(anySection, { maxLength: 60 }),
    actions: fc.array(anyButton, { maxLength: 40 }),
    footer: anyWords,
  },
  { requiredKeys: ['tone', 'title'] },
);
