import type { Locator, Page } from 'playwright-core';
import { windowOf } from '../../../simulator/page/support/browser.ts';

/** Somebody whose Slack stands on the page: what a visitor does there, by the words that the visitor reads. */
export class SlackVisitor {
  readonly window: Locator;
  readonly #page: Page;

  constructor(page: Page, key: string) {
    this.#page = page;
    this.window = windowOf(page, key);
  }

  /** Takes a command from the list that opens while it is typed, goes on writing, and sends it. */
  async command(beginning: string, rest: string): Promise<void> {
    const composer = this.window.locator('.sl-composer textarea').first();
    await composer.fill(beginning);
    await this.window.getByRole('option').first().waitFor();
    await composer.press('Tab');
    await composer.pressSequentially(rest);
    await composer.press('Enter');
  }

  /** Goes to one of the conversations at the side. */
  async visit(conversation: string): Promise<void> {
    await this.window.getByRole('navigation').getByRole('button', { name: conversation }).click();
  }

  /** The newest card with all of these words. */
  card(...words: readonly string[]): Locator {
    return this.#cards(words).last();
  }

  #cards(words: readonly string[]): Locator {
    const all = this.window.locator('.sl-message');
    return words.reduce((found, word) => found.filter({ hasText: word }), all);
  }

  async sees(...words: readonly string[]): Promise<void> {
    await this.card(...words).waitFor();
  }

  /** Presses a button of the newest card that has it, and these words. */
  async press(button: string, ...on: readonly string[]): Promise<void> {
    const offered = this.#page.getByRole('button', { name: button, exact: true });
    const cards = this.#cards(on).filter({ has: offered });
    await cards.last().getByRole('button', { name: button, exact: true }).click();
  }

  /** Says yes to the question that a button asks. */
  async agree(yes: string): Promise<void> {
    await this.window.getByRole('alertdialog').getByRole('button', { name: yes, exact: true }).click();
  }

  /** The form in front, once its title begins like this. */
  async form(title: string): Promise<Locator> {
    const form = this.window.getByRole('dialog', { name: title });
    await form.waitFor();
    return form;
  }

  /** Presses the button that sends the form. */
  async send(form: Locator): Promise<void> {
    await form.locator('button[type=submit]').click();
  }
}
