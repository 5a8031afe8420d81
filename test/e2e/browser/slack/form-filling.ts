import type { Locator } from 'playwright-core';
import type { Translate } from '../../../../src/chat/messages/translate.ts';
import type { FieldValues } from '../../../../src/reports/fields/field-values.ts';
import type { FormPage, PageField } from '../../../../src/reports/fields/page.ts';
import { optionLabel } from '../option-label.ts';
import { PDF } from '../pdf.ts';
import type { SlackVisitor } from './visitor.ts';

/** Walks a report's form page by page, typing whatever of the values belongs there; files go where files are asked. */
export async function walk(
  visitor: SlackVisitor,
  t: Translate,
  { pages, values }: { readonly pages: readonly FormPage[]; readonly values: FieldValues },
): Promise<void> {
  for (const [index, page] of pages.entries()) {
    const form = await visitor.form(`${index + 1}/${pages.length}`);
    for (const field of page.fields) await fillIn(form, t, field, values[field.name]);
    await visitor.send(form);
  }
}

/** One input by its label: typed, chosen, or handed in. */
async function fillIn(
  form: Locator,
  t: Translate,
  field: PageField,
  value: FieldValues[string] | undefined,
): Promise<void> {
  if (field.kind === 'file') return handIn(form);
  if (value === undefined) return;
  const block = labelled(form, t(field.label, field.messageData));
  const chosen = [value].flat().map((one) => optionLabel(t, field, one));
  if (field.kind === 'choices' || field.kind === 'people') return chooseFrom(block, chosen);
  if (field.kind === 'choice') return block.getByLabel(chosen[0] ?? '', { exact: true }).check();
  return block.locator('.sl-field').fill(String(value));
}

/** An input with its label, which also says whether it is required, its help and its error. */
function labelled(form: Locator, label: string): Locator {
  const exactly = label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const hasText = new RegExp(`^${exactly}\\s*(\\*|\\(.*\\)|（.*）)?$`);
  return form.locator('.sl-label', { hasText }).locator('..');
}

/** Types into the input under a label. */
export async function type(form: Locator, label: string, text: string): Promise<void> {
  await labelled(form, label).locator('.sl-field').fill(text);
}

/** Chooses one option of the menu under a label. */
export async function choose(form: Locator, label: string, option: string): Promise<void> {
  await chooseFrom(labelled(form, label), [option]);
}

async function handIn(form: Locator): Promise<void> {
  await form.locator('input[type=file]').setInputFiles(PDF);
  await form.getByText(PDF.name).waitFor();
}

async function chooseFrom(block: Locator, options: readonly string[]): Promise<void> {
  const menu = block.getByRole('combobox');
  for (const option of options) {
    if ((await block.locator('.sl-tag', { hasText: option }).count()) > 0) continue;
    await menu.click();
    await block.getByRole('option', { name: option }).click();
  }
  await menu.press('Tab');
}
