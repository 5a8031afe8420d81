import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../../../adapters/slack/draw/forms/block-ids.ts';
import { drawForm } from '../../../../adapters/slack/draw/forms/form.ts';
import type { Field, Option } from '../../../../src/chat/form.ts';
import { modalProblems } from '../../../contract/slack-eyes.ts';
import { aPage } from '../../support/samples.ts';

const blocksOf = (...fields: readonly Field[]) => drawForm(aPage({ fields }), { locale: 'en' }).blocks;
const options = (count: number, over: Partial<Option> = {}): readonly Option[] =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Option ${index}`, ...over }));

describe('an input', () => {
  it.each<[string, Field, object]>([
    [
      'a line of text',
      { kind: 'text', name: 'a', label: 'A', maxLength: 64, initial: 'x', placeholder: 'p' },
      { type: 'plain_text_input', multiline: false, max_length: 64, initial_value: 'x' },
    ],
    ['several lines', { kind: 'longText', name: 'a', label: 'A' }, { multiline: true, max_length: 3_000 }],
    [
      'a whole number',
      { kind: 'number', name: 'a', label: 'A', initial: '12' },
      { type: 'number_input', is_decimal_allowed: false, initial_value: '12' },
    ],
    [
      'a number that was typed wrongly elsewhere',
      { kind: 'number', name: 'a', label: 'A', initial: '1,5' },
      { type: 'plain_text_input', initial_value: '1,5' },
    ],
    [
      'a date',
      { kind: 'date', name: 'a', label: 'A', initial: '2026-05-06' },
      { type: 'datepicker', initial_date: '2026-05-06' },
    ],
    [
      'a date that does not exist',
      { kind: 'date', name: 'a', label: 'A', initial: '2026-02-30' },
      { type: 'plain_text_input', initial_value: '2026-02-30' },
    ],
    [
      'a few choices',
      { kind: 'choice', name: 'a', label: 'A', options: options(5) },
      { type: 'radio_buttons' },
    ],
    [
      'more choices',
      { kind: 'choice', name: 'a', label: 'A', options: options(6) },
      { type: 'static_select' },
    ],
    [
      'several of many',
      { kind: 'choices', name: 'a', label: 'A', options: options(3), initial: ['v2', 'gone'] },
      { type: 'multi_static_select', initial_options: [{ value: 'v2' }] },
    ],
    [
      'files',
      { kind: 'file', name: 'a', label: 'A', extensions: ['.pdf', 'jpg'], maxFiles: 40 },
      { type: 'file_input', filetypes: ['pdf', 'jpg'], max_files: 10 },
    ],
  ])('for %s', (_what, field, element) => {
    expect(blocksOf(field)).toMatchObject([{ type: 'input', block_id: 'contract/a', element }]);
  });

  it('for more than ten ticks comes in several blocks of one field, none of them required alone', () => {
    const blocks = blocksOf({ kind: 'ticks', name: 'na', label: 'N/A', options: options(23) });
    expect(blocks.map(({ block_id }) => block_id)).toEqual(['contract/na', 'contract/na#1', 'contract/na#2']);
    expect(blocks.every((block) => 'optional' in block && block.optional)).toBe(true);
    expect(new Set(blocks.map(({ block_id = '' }) => fieldOf(block_id)))).toEqual(new Set(['na']));
  });

  it('for more than a hundred choices groups them', () => {
    const [input] = blocksOf({ kind: 'choice', name: 'a', label: 'A', options: options(150) });
    expect(input).toMatchObject({
      element: { option_groups: [{ label: { text: '1–100' } }, { label: { text: '101–150' } }] },
    });
  });

  it('whose options do not fit Slack’s short lines has them written out above', () => {
    const label = 'I have read that a blank standard puts full responsibility on the provider once disputed';
    const [above, input] = blocksOf({ kind: 'ticks', name: 'a', label: 'A', options: options(1, { label }) });
    expect(JSON.stringify(above)).toContain(label);
    expect(JSON.stringify(input)).not.toContain(label);
  });
});

describe('a page', () => {
  it('keeps its step when the title is long, and says the whole title inside', () => {
    const view = drawForm(
      aPage({ title: 'Quality standards for operations', step: { index: 2, count: 12 } }),
      {},
    );
    expect(view.title.text).toBe('Quality standards … 2/12');
    expect(view.blocks[0]).toMatchObject({
      type: 'header',
      text: { text: 'Quality standards for operations' },
    });
  });

  it('has a back button only where there is a way back', () => {
    const back = (view: ReturnType<typeof drawForm>) => JSON.stringify(view).includes('"action_id":"back"');
    expect(back(drawForm(aPage({ backLabel: 'Back' }), {}))).toBe(true);
    expect(back(drawForm(aPage(), {}))).toBe(false);
  });

  it('gives two pages with a field of the same name different ids, so that Slack does not mix them up', () => {
    const ids = ['fee', 'contract'].map(
      (page) => drawForm(aPage({ page }), {}).blocks.find(({ type }) => type === 'input')?.block_id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('with nothing to fill in is a modal as well', () => {
    expect(modalProblems(drawForm(aPage({ fields: [] }), {}))).toEqual([]);
  });
});
