import type { Locator } from 'playwright-core';
import type { Translate } from '../../../../src/chat/messages/translate.ts';
import type { FieldValues } from '../../../../src/reports/fields/field-values.ts';
import type { FormPage } from '../../../../src/reports/fields/page.ts';
import { optionLabel } from '../option-label.ts';
import { PDF } from '../pdf.ts';
import type { DiscordVisitor } from './visitor.ts';

/** Walks a report's form to its end, part by part, filling in whatever of the values is asked for. */
export async function walkParts(
  visitor: DiscordVisitor,
  t: Translate,
  { pages, values }: { readonly pages: readonly FormPage[]; readonly values: FieldValues },
): Promise<void> {
  const fields = new Map(pages.flatMap((page) => page.fields).map((field) => [field.name, field]));
  do {
    const form = await visitor.form();
    for (const input of await inputsOf(form)) {
      const field = fields.get(nameIn(input));
      const value = values[nameIn(input)];
      const words = value === undefined ? [] : [value].flat();
      await fillIn(form, input, field ? words.map((one) => optionLabel(t, field, one)) : words);
    }
    await visitor.send(form);
  } while (await visitor.goOn());
}

/** The ids of a form's inputs, as they stand. */
const inputsOf = async (form: Locator): Promise<readonly string[]> => {
  const fields = await form.locator('[data-input]').all();
  return Promise.all(fields.map(async (field) => String(await field.getAttribute('data-input'))));
};

/** The field that an input belongs to. */
const nameIn = (input: string): string => input.replace(/^=/, '');

/** One input by its id: typed, chosen or handed in. */
export async function fillIn(form: Locator, input: string, words: readonly string[]): Promise<void> {
  const field = form.locator(`[data-input="${input}"]`);
  if ((await field.locator('input[type=file]').count()) > 0) return handIn(field);
  if (words.length === 0) return;
  if ((await field.getByRole('combobox').count()) > 0) return chooseFrom(field, words);
  if ((await field.getByRole('radio').count()) > 0)
    return field.getByLabel(words[0] ?? '', { exact: true }).check();
  await field.locator('.dc-text').fill(words.join('\n'));
}

async function handIn(field: Locator): Promise<void> {
  await field.locator('input[type=file]').setInputFiles(PDF);
  await field.getByText(PDF.name).waitFor();
}

async function chooseFrom(field: Locator, options: readonly string[]): Promise<void> {
  const menu = field.getByRole('combobox');
  for (const option of options) {
    if ((await field.locator('.dc-tag', { hasText: option }).count()) > 0) continue;
    await menu.click();
    await field.getByRole('option', { name: option }).click();
  }
  await menu.press('Tab');
}
