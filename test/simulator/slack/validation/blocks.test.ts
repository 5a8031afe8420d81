import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../simulator/common/json.ts';
import { blockProblems } from '../../../../simulator/slack/validation/blocks.ts';
import type { Surface } from '../../../../simulator/slack/validation/rules/surfaces.ts';
import {
  actions,
  button,
  input,
  mrkdwn,
  option,
  options,
  plain,
  section,
  select,
  textInput,
  words,
} from '../support/blocks.ts';

type Case = readonly [
  what: string,
  blocks: JsonObject | readonly JsonObject[],
  problem: string,
  surface?: Surface,
];

const at = (pointer: string, problem: string) => `${problem} [json-pointer:/blocks${pointer}]`;
const confirm = { title: plain('t'), text: plain('t'), confirm: plain('y'), deny: plain('n') };

const LENGTHS: readonly Case[] = [
  [
    '51 blocks in a message',
    Array.from({ length: 51 }, () => section()),
    at('', 'no more than 50 items allowed'),
  ],
  [
    'a header of 151',
    { type: 'header', text: plain(words(151)) },
    at('/0/text/text', 'must be less than 151 characters'),
  ],
  ['a section of 3001', section(words(3_001)), at('/0/text/text', 'must be less than 3001 characters')],
  ['an empty section', section(''), at('/0/text/text', 'must be more than 0 characters')],
  [
    '11 fields',
    { type: 'section', fields: Array.from({ length: 11 }, () => mrkdwn('f')) },
    at('/0/fields', 'no more than 10 items allowed'),
  ],
  [
    'a field of 2001',
    { type: 'section', fields: [mrkdwn(words(2_001))] },
    at('/0/fields/0/text', 'must be less than 2001 characters'),
  ],
  [
    'a button text of 76',
    actions(button({ text: plain(words(76)) })),
    at('/0/elements/0/text/text', 'must be less than 76 characters'),
  ],
  [
    'a button value of 2001',
    actions(button({ value: words(2_001) })),
    at('/0/elements/0/value', 'must be less than 2001 characters'),
  ],
  [
    'an action_id of 256',
    actions(button({ action_id: words(256) })),
    at('/0/elements/0/action_id', 'must be less than 256 characters'),
  ],
  [
    'a block_id of 256',
    { ...section(), block_id: words(256) },
    at('/0/block_id', 'must be less than 256 characters'),
  ],
  [
    '26 elements',
    actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `b${i}` }))),
    at('/0/elements', 'no more than 25 items allowed'),
  ],
  ['no elements', actions(), at('/0/elements', 'no fewer than 1 items allowed')],
  [
    '11 context elements',
    { type: 'context', elements: Array.from({ length: 11 }, () => mrkdwn('c')) },
    at('/0/elements', 'no more than 10 items allowed'),
  ],
  [
    '101 options',
    actions(select({ options: options(101) })),
    at('/0/elements/0/options', 'no more than 100 items allowed'),
  ],
  [
    'an option text of 76',
    actions(select({ options: [option('a', words(76))] })),
    at('/0/elements/0/options/0/text/text', 'must be less than 76 characters'),
  ],
  [
    'an option value of 151',
    actions(select({ options: [option(words(151), 'a')] })),
    at('/0/elements/0/options/0/value', 'must be less than 151 characters'),
  ],
  [
    'a placeholder of 151',
    actions(select({ placeholder: plain(words(151)) })),
    at('/0/elements/0/placeholder/text', 'must be less than 151 characters'),
  ],
  [
    '6 overflow options',
    actions({ type: 'overflow', action_id: 'o', options: options(6) }),
    at('/0/elements/0/options', 'no more than 5 items allowed'),
  ],
  [
    '11 checkboxes',
    actions({ type: 'checkboxes', action_id: 'c', options: options(11) }),
    at('/0/elements/0/options', 'no more than 10 items allowed'),
  ],
  [
    '11 radio buttons',
    actions({ type: 'radio_buttons', action_id: 'r', options: options(11) }),
    at('/0/elements/0/options', 'no more than 10 items allowed'),
  ],
  [
    'a confirm title of 101',
    actions(button({ confirm: { ...confirm, title: plain(words(101)) } })),
    at('/0/elements/0/confirm/title/text', 'must be less than 101 characters'),
  ],
  [
    'a confirm text of 301',
    actions(button({ confirm: { ...confirm, text: plain(words(301)) } })),
    at('/0/elements/0/confirm/text/text', 'must be less than 301 characters'),
  ],
  [
    'a confirm button of 31',
    actions(button({ confirm: { ...confirm, deny: plain(words(31)) } })),
    at('/0/elements/0/confirm/deny/text', 'must be less than 31 characters'),
  ],
  [
    'an alt text of 2001',
    { type: 'image', image_url: 'https://a.test/i.png', alt_text: words(2_001) },
    at('/0/alt_text', 'must be less than 2001 characters'),
  ],
  [
    'an image_url of 3001',
    { type: 'image', image_url: `https://a.test/${words(2_986)}`, alt_text: 'i' },
    at('/0/image_url', 'must be less than 3001 characters'),
  ],
  [
    'an input label of 2001',
    input(textInput(), { label: plain(words(2_001)) }),
    at('/0/label/text', 'must be less than 2001 characters'),
    'modal',
  ],
  [
    'a hint of 2001',
    input(textInput(), { hint: plain(words(2_001)) }),
    at('/0/hint/text', 'must be less than 2001 characters'),
    'modal',
  ],
];

const SHAPES: readonly Case[] = [
  ['an unknown block', { type: 'poem' }, at('/0/type', 'unsupported type: poem')],
  ['a block without a type', { text: plain('x') }, at('/0', 'missing required field: type')],
  [
    'an unknown element',
    actions({ type: 'lever', action_id: 'l' }),
    at('/0/elements/0/type', 'unsupported type: lever'),
  ],
  [
    'an input element outside of an input',
    actions(textInput()),
    at('/0/elements/0/type', 'unsupported type: plain_text_input'),
  ],
  [
    'mrkdwn in a header',
    { type: 'header', text: mrkdwn('x') },
    at('/0/text/type', 'must be a valid enum value'),
  ],
  ['an invented property', { ...section(), colour: 'red' }, at('/0', 'invalid additional property: colour')],
  [
    'a button without text',
    actions({ type: 'button', action_id: 'a' }),
    at('/0/elements/0', 'missing required field: text'),
  ],
  [
    'an invented button style',
    actions(button({ style: 'purple' })),
    at('/0/elements/0/style', 'must be a valid enum value'),
  ],
  [
    'a text that is a number',
    { type: 'section', text: { type: 'mrkdwn', text: 7 } },
    at('/0/text/text', 'must provide a string'),
  ],
  ['a section with nothing', { type: 'section' }, at('/0', 'must define either `text` or `fields`')],
];

const RELATIONS: readonly Case[] = [
  [
    'a block_id twice',
    [
      { ...section(), block_id: 'a' },
      { ...section(), block_id: 'a' },
    ],
    at('/1/block_id', 'block_id already exists: a'),
  ],
  [
    'an action_id twice in a block',
    actions(button(), button()),
    at('/0/elements/1/action_id', 'action_id already exists: go'),
  ],
  [
    'an initial option that is none',
    actions(select({ initial_option: option('z') })),
    at('/0/elements/0/initial_option', 'must match one of the options'),
  ],
  [
    'initial options that are none',
    actions({ type: 'checkboxes', action_id: 'c', options: options(2), initial_options: [option('z')] }),
    at('/0/elements/0/initial_options', 'must match the options'),
  ],
  [
    'options and groups at once',
    actions(select({ option_groups: [{ label: plain('g'), options: options(1) }] })),
    at('/0/elements/0', 'only one of `options` and `option_groups` is allowed'),
  ],
  [
    'a menu without options',
    actions({ type: 'static_select', action_id: 's' }),
    at('/0/elements/0', 'must define either `options` or `option_groups`'),
  ],
  [
    'an option without a value',
    actions(select({ options: [{ text: plain('a') }] })),
    at('/0/elements/0/options/0', 'missing required field: value'),
  ],
  [
    'a day that does not exist',
    actions({ type: 'datepicker', action_id: 'd', initial_date: '2026-02-30' }),
    at('/0/elements/0/initial_date', 'invalid format: 2026-02-30'),
  ],
  [
    'a time that does not exist',
    actions({ type: 'timepicker', action_id: 't', initial_time: '24:00' }),
    at('/0/elements/0/initial_time', 'invalid format: 24:00'),
  ],
  [
    'a url that is none',
    actions(button({ url: 'not a url' })),
    at('/0/elements/0/url', 'invalid_url: not a url'),
  ],
  [
    'a confirmation without a title',
    actions(button({ confirm: { text: plain('x'), confirm: plain('y'), deny: plain('n') } })),
    at('/0/elements/0/confirm', 'missing required field: title'),
  ],
  [
    'max_length over 3000',
    input(textInput({ max_length: 3_001 })),
    at('/0/element/max_length', 'must be an integer between 1 and 3000'),
    'modal',
  ],
  [
    'an initial value beyond max_length',
    input(textInput({ max_length: 2, initial_value: 'abc' })),
    at('/0/element/initial_value', 'must be less than 3 characters'),
    'modal',
  ],
  [
    'min_length over max_length',
    input(textInput({ min_length: 5, max_length: 2 })),
    at('/0/element/min_length', 'must not be more than max_length'),
    'modal',
  ],
  [
    'a number outside its range',
    input({
      type: 'number_input',
      action_id: 'n',
      is_decimal_allowed: false,
      min_value: '3',
      initial_value: '2',
    }),
    at('/0/element/initial_value', 'must be between min_value and max_value'),
    'modal',
  ],
  [
    'a decimal where none fits',
    input({ type: 'number_input', action_id: 'n', is_decimal_allowed: false, initial_value: '2.5' }),
    at('/0/element/initial_value', 'invalid format: 2.5'),
    'modal',
  ],
  [
    '11 files',
    input({ type: 'file_input', action_id: 'f', max_files: 11 }),
    at('/0/element/max_files', 'must be an integer between 1 and 10'),
    'modal',
  ],
  [
    'two focused inputs',
    [input(textInput({ focus_on_load: true })), input(textInput({ focus_on_load: true }))],
    at('/1/element/focus_on_load', 'only one element can focus on load'),
    'modal',
  ],
  [
    'a file input in a message',
    input({ type: 'file_input', action_id: 'f' }),
    at('/0/element/type', 'unsupported type: file_input'),
  ],
  [
    'a number input in a home tab',
    input({ type: 'number_input', action_id: 'n', is_decimal_allowed: false }),
    at('/0/element/type', 'unsupported type: number_input'),
    'home',
  ],
  [
    'markdown in a modal',
    { type: 'markdown', text: 'x' },
    at('/0/type', 'unsupported type: markdown'),
    'modal',
  ],
  ['an alert in a message', { type: 'alert', text: plain('x') }, at('/0/type', 'unsupported type: alert')],
];

describe.each([
  ['length or count', LENGTHS],
  ['shape', SHAPES],
  ['relation or surface', RELATIONS],
])('a wrong %s', (_kind, cases) => {
  const named = cases.map(([what, blocks, problem, surface]) => ({ what, blocks, problem, surface }));

  it.each(named)('$what is refused', ({ blocks, problem, surface = 'message' }) => {
    const list = Array.isArray(blocks) ? blocks : [blocks];
    expect(blockProblems(list, surface, '/blocks')).toEqual([problem]);
  });
});

describe('what is just within the limits', () => {
  type Proper = readonly [what: string, block: JsonObject, surface?: Surface];
  const proper: readonly Proper[] = [
    ['a section of 3000', section(words(3_000))],
    ['a header of 150', { type: 'header', text: plain(words(150)) }],
    [
      'a menu of 100 in groups',
      actions({
        type: 'static_select',
        action_id: 's',
        option_groups: [{ label: plain('g'), options: options(100) }],
      }),
    ],
    [
      "a chosen option with Slack's defaults",
      actions(select({ initial_option: { text: { ...plain('o1'), emoji: true }, value: 'o1' } })),
    ],
    [
      'a section with a picture',
      { ...section(), accessory: { type: 'image', image_url: 'https://a.test/i.png', alt_text: 'i' } },
    ],
    [
      'rich text',
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'a', style: { bold: true } }] },
        ],
      },
    ],
    ['a divider', { type: 'divider' }],
    ['a table', { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }],
    ['a text input in a modal', input(textInput({ min_length: 1, max_length: 3_000 })), 'modal'],
  ];

  const named = proper.map(([what, block, surface]) => ({ what, block, surface }));

  it.each(named)('$what is taken', ({ block, surface = 'message' }) => {
    expect(blockProblems([block], surface, '/blocks')).toEqual([]);
  });
});
