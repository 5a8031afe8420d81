import type { Locator, Page } from 'playwright-core';
import { windowOf } from '../../../simulator/page/support/browser.ts';

/** The buttons that lead on in a form tell where to. */
const ONWARD = /^继续填写：| \d+\/\d+$/;

/** Somebody whose Discord stands on the page, in Chinese: what a visitor does there, by the words that the visitor reads. */
export class DiscordVisitor {
  readonly window: Locator;

  constructor(page: Page, key: string) {
    this.window = windowOf(page, key);
  }

  #messages(words: readonly string[]): Locator {
    const all = this.window.locator('.dc-message');
    return words.reduce((found, word) => found.filter({ hasText: word }), all);
  }

  async sees(...words: readonly string[]): Promise<void> {
    await this.#messages(words).last().waitFor();
  }

  /** Presses a button of the newest message that has it, and these words. */
  async press(button: string, ...on: readonly string[]): Promise<void> {
    const offered = this.window.page().getByRole('button', { name: button, exact: true });
    const found = this.#messages(on).filter({ has: offered });
    await found.last().getByRole('button', { name: button, exact: true }).last().click();
  }

  /** The form in front. */
  async form(): Promise<Locator> {
    const form = this.window.getByRole('dialog');
    await form.waitFor();
    return form;
  }

  /** Presses the button that sends the form; resolves when the app has answered. */
  async send(form: Locator): Promise<void> {
    await form.locator('button[type=submit]').click();
    await form.waitFor({ state: 'detached' });
    await this.window.locator('.dc-thinking').waitFor({ state: 'detached' });
  }

  /** Goes on to the next part or page of a form; whether there is one. */
  async goOn(): Promise<boolean> {
    const onward = this.window.locator('.dc-button', { hasText: ONWARD });
    if ((await onward.count()) === 0) return false;
    await onward.last().click();
    return true;
  }
}
