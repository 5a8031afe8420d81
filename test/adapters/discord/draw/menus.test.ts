import type { APILabelComponent } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { drawModal } from '../../../../adapters/discord/draw/forms/modal.ts';
import { partsOf } from '../../../../adapters/discord/draw/forms/parts.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import type { Field, FormPage } from '../../../../src/chat/form.ts';
import { modalsProblems } from '../../../contract/discord-eyes.ts';
import { ENDLESS } from '../../../contract/typed-by-anybody.ts';
import { aPage } from '../../support/samples.ts';

const options = (count: number, label = (index: number) => `Field ${index}`) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: label(index + 1) }));

const question = (over: object = {}): Field => ({
  kind: 'choice',
  name: 'which',
  label: 'Which field',
  options: options(30),
  ...over,
});

const line = (name: string): Field => ({ kind: 'text', name, label: name });

/** The inputs of a page with their labels, part by part. */
function drawn(page: FormPage<string>, locale: Locale = 'en') {
  const parts = partsOf(page, locale);
  const modals = parts.map((_part, index) => drawModal(page, { parts, index, locale }));
  expect(modalsProblems(modals)).toEqual([]);
  return modals.map(({ components }) =>
    components.filter((component): component is APILabelComponent => 'label' in component),
  );
}

describe('a question with more options than a menu holds', () => {
  it.each<[Locale, string, string]>([
    ['en', 'From “Field 1” to “Field 25”', 'From “Field 26” to “Field 30”'],
    ['zh', '从“Field 1”到“Field 25”', '从“Field 26”到“Field 30”'],
  ])('says of each menu what is in it (%s)', (locale, first, second) => {
    expect(drawn(aPage({ fields: [question()] }), locale)).toMatchObject([
      [
        { label: 'Which field 1–25', description: first },
        { label: 'Which field 26–30', description: second },
      ],
    ]);
  });

  it('keeps its own words of help beside that', () => {
    const [[first] = []] = drawn(aPage({ fields: [question({ help: 'The one that is wrong' })] }));
    expect(first?.description).toBe('From “Field 1” to “Field 25” · The one that is wrong');
  });

  it('writes its help above the menus where both find no room, once', () => {
    const help = 'Choose the field that does not say what the contract on paper says, and nothing else.';
    const page = aPage({ fields: [question({ help })] });
    const [part] = partsOf(page, 'en');
    expect(part?.text.split(help)).toHaveLength(2);
    expect(drawn(page)[0]?.[0]?.description).toBe('From “Field 1” to “Field 25”');
  });

  it('stays within Discord’s limits whatever the options are called', () => {
    const [[first] = []] = drawn(aPage({ fields: [question({ options: options(30, () => ENDLESS) })] }));
    expect(first?.description?.length).toBeLessThanOrEqual(100);
    expect(first?.description).toMatch(/^From “.+…” to “.+…”$/);
  });

  it('has its menus side by side in one part, and one that no part could hold in several', () => {
    const lines = ['a', 'b', 'c', 'd'].map(line);
    const sizes = (fields: readonly Field[]) => drawn(aPage({ fields })).map(({ length }) => length);
    expect(sizes([...lines, question()])).toEqual([4, 2]);
    expect(sizes([...lines, question({ options: options(150) })])).toEqual([5, 5]);
  });
});
