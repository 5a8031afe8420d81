import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../simulator/common/json.ts';
import { messageProblems } from '../../../../simulator/discord/validation/message.ts';

const V2 = 32_768;
const text = (content: string): JsonObject => ({ type: 10, content });
const button = (over: JsonObject): JsonObject => ({ type: 2, style: 1, label: 'b', ...over });
const row = (...components: readonly JsonObject[]): JsonObject => ({ type: 1, components });
const menu = (over: JsonObject = {}): JsonObject => ({
  ...{ type: 3, custom_id: 'menu', options: [{ label: 'A', value: 'a' }] },
  ...over,
});
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const codes = (body: JsonObject, rules: { wasV2?: boolean; fileNames?: readonly string[] } = {}): string[] =>
  messageProblems(body, { allowedFlags: V2, fileNames: [], ...rules }).map(({ code }) => code);

describe('a message is not refused', () => {
  it.each<[string, JsonObject]>([
    [
      'with five rows of five buttons',
      { components: times(5, (at) => row(...times(5, (to) => button({ custom_id: `${at}${to}` })))) },
    ],
    ['with a link that has no id', { components: [row(button({ style: 5, url: 'https://a.example' }))] }],
    [
      'with a button that is a picture',
      { components: [row({ type: 2, style: 1, custom_id: 'b', emoji: { name: '🔥' } })] },
    ],
    [
      'with forty components and 4000 characters',
      { flags: V2, components: times(40, () => text('x'.repeat(100))) },
    ],
    ['with embeds of 6000 characters', { embeds: times(2, () => ({ description: 'x'.repeat(3_000) })) }],
  ])('%s', (_what, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe('a message is refused', () => {
  it.each<[string, JsonObject, string]>([
    [
      'with six rows',
      { components: times(6, (at) => row(button({ custom_id: `${at}` }))) },
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a menu beside a button',
      { components: [row(menu(), button({ custom_id: 'b' }))] },
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'with two components of one id',
      { components: [row(button({ custom_id: 'b' }), button({ custom_id: 'b' }))] },
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'with a link that has an id',
      { components: [row(button({ style: 5, url: 'https://a.example', custom_id: 'b' }))] },
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    ],
    ['with a link that leads nowhere', { components: [row(button({ style: 5 }))] }, 'BASE_TYPE_REQUIRED'],
    [
      'with a plain button that leads somewhere',
      { components: [row(button({ custom_id: 'b', url: 'https://a.example' }))] },
      'BUTTON_COMPONENT_INVALID_STYLE',
    ],
    [
      'with a button without words',
      { components: [row({ type: 2, style: 1, custom_id: 'b' })] },
      'BASE_TYPE_REQUIRED',
    ],
    [
      'with a menu that wants more than it has',
      { components: [row(menu({ max_values: 2 }))] },
      'COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS',
    ],
    [
      'with a menu that wants at least more than at most',
      { components: [row(menu({ min_values: 1, max_values: 0 }))] },
      'COMPONENT_MIN_VALUES_EXCEEDS_MAX',
    ],
    [
      'with two options of one value',
      { components: [row(menu({ options: times(2, () => ({ label: 'A', value: 'a' })) }))] },
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    ['with a text component and no layout flag', { components: [text('a')] }, 'UNION_TYPE_CHOICES'],
    [
      'with content beside a layout',
      { flags: V2, content: 'a', components: [text('a')] },
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'with forty-one components',
      { flags: V2, components: times(41, () => text('a')) },
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'with 4001 characters in its texts',
      { flags: V2, components: [text('x'.repeat(4_000)), text('x')] },
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'with embeds of more than 6000 characters',
      { embeds: times(2, () => ({ description: 'x'.repeat(3_001) })) },
      'MAX_EMBED_SIZE_EXCEEDED',
    ],
    [
      'with a picture that does not come along',
      { embeds: [{ image: { url: 'attachment://chart.png' } }] },
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'with users both parsed and listed',
      { allowed_mentions: { parse: ['users'], users: ['1'] } },
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    ["with a flag that is not the app's to set", { flags: 64 }, 'MESSAGE_FLAGS_INVALID'],
  ])('%s', (_what, body, code) => {
    expect(codes(body)).toEqual([code]);
  });

  it('with content once it was laid out with components', () => {
    expect(codes({ content: 'a' }, { wasV2: true })).toEqual([
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
  });

  it('but not with a picture that comes along', () => {
    const body = { embeds: [{ image: { url: 'attachment://chart.png' } }] };
    expect(codes(body, { fileNames: ['chart.png'] })).toEqual([]);
  });
});
