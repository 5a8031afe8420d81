import { describe, expect, it } from 'vitest';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { strong } from '../../../src/chat/text.ts';

const messages = {
  en: {
    greet: 'Hello {{name}}',
    due: 'Due {{when}} for {{name}}',
    items_one: '{{count}} item',
    items_other: '{{count}} items',
  },
  zh: { greet: '你好，{{name}}', due: '{{name}} 截止 {{when}}', items_other: '{{count}} 项' },
};
const { en, zh } = createTranslators({ messages });

describe('messages', () => {
  it('are in the reader’s language, with its plural forms', () => {
    expect(en('greet', { name: 'Lin' })).toBe('Hello Lin');
    expect(zh('greet', { name: 'Lin' })).toBe('你好，Lin');
    expect([en('items', { count: 1 }), en('items', { count: 2 }), zh('items', { count: 1 })]).toEqual([
      '1 item',
      '2 items',
      '1 项',
    ]);
  });

  it.each(['<b>&amp;', '{{when}}', '$t(greet)', '{{ name }}', '$1 $& \\1'])(
    'put in %s as it was typed',
    (name) => {
      expect(en('greet', { name })).toBe(`Hello ${name}`);
      expect(en.text('due', { when: strong('now'), name })).toEqual(['Due ', strong('now'), ' for ', name]);
    },
  );

  it('keep instants and emphasis as structure', () => {
    const instant = { instant: new Date(0), style: 'moment' } as const;
    expect(zh.text('due', { when: instant, name: 'Lin' })).toEqual(['Lin', ' 截止 ', instant]);
    expect(zh.text('greet', { name: 'Lin' })).toBe('你好，Lin');
  });

  it('fail loudly where nobody listens to the log: a missing key, a missing value', () => {
    expect(() => en('nowhere')).toThrow('No message nowhere in en');
    expect(() => en('greet')).toThrow('greet needs a value for name');
  });

  it('answer as well as they can in production, and report it', () => {
    const problems: unknown[] = [];
    const log = { error: (data: unknown) => problems.push(data) };
    const lenient = createTranslators({ log, messages: { en: messages.en, zh: {} } });
    expect(lenient.zh('greet', { name: 'Lin' })).toBe('Hello Lin');
    expect(lenient.en('greet')).toBe('Hello …');
    expect(lenient.en('nowhere')).toBe('nowhere');
    expect(problems).toHaveLength(3);
  });
});
