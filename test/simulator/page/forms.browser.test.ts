import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulator/demo/cast.ts';
import { type Opened, openPage, send, startBrowser, windowOf } from './support/browser.ts';
import { type Served, servePage } from './support/serve.ts';

const PEOPLE = CAST.people.map((person) => person.slackUserId);

describe('a form with every kind of input', () => {
  let browser: BrowserContext;
  let served: Served;
  let opened: Opened;
  let page: Page;
  let window: Locator;
  let form: Locator;
  let next = 0;

  beforeAll(async () => {
    [browser, served] = await Promise.all([startBrowser(), servePage()]);
  });
  afterAll(async () => {
    await browser.close();
    await served[Symbol.asyncDispose]();
  });
  // Every test is somebody else, so that they can share one workspace.
  beforeEach(async () => {
    const person = PEOPLE[next] ?? '';
    next += 1;
    opened = await openPage(browser, served.url, [person]);
    page = opened.page;
    window = windowOf(page, person);
    await send(window, '/report new');
    form = window.getByRole('dialog', { name: 'Cooperation 2/4' });
    await form.waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(opened.complaints).toEqual([]);
  });

  const choose = async (label: RegExp, option: string) => {
    await form.getByRole('combobox', { name: label }).click();
    await form.getByRole('option', { name: option }).click();
  };

  const fillIn = async (contract: string) => {
    await form.getByLabel(/Contract number/).fill(contract);
    await form.getByLabel(/Monthly fee/).fill('20000.50');
    await form.getByLabel(/Reporting start/).fill('2026-07-01');
    await choose(/Months/, '12 months');
    await choose(/Service scope/, 'Operations');
    await form.getByRole('option', { name: 'Design' }).click();
    await form.getByRole('heading').click();
    await form.getByLabel('Commission').check();
    await form.getByLabel(/QS11/).check();
    await form.locator('input[type=file]').setInputFiles({
      name: 'signed.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    });
    await form.getByText('signed.pdf').waitFor();
  };

  it('holds back a form with blanks, each said beside its field', async () => {
    await form.getByRole('button', { name: 'Next' }).click();
    await form.getByText('Some fields need another look.').waitFor();
    const contract = form.locator('[data-block="contract"]');
    expect(await contract.getByRole('alert').textContent()).toBe('This field is required');
    expect(await form.locator('[data-block="notes"]').getByRole('alert').count()).toBe(0);
  });

  it('shows the bot’s own error beside the field, and keeps what was typed', async () => {
    await fillIn('018-2026');
    await form.getByRole('button', { name: 'Next' }).click();
    await form.getByText('A contract number begins with HT-.').waitFor();
    expect(await form.getByLabel(/Contract number/).inputValue()).toBe('018-2026');
  });

  it('sends everything that was entered, files and all', async () => {
    await fillIn('HT-2026-018');
    await form.getByRole('button', { name: 'Next' }).click();
    await window.getByText('Saved HT-2026-018 with 1 file: 9 answers').waitFor();
    expect(await form.count()).toBe(0);
    const submission = served.slack.journal.requests.find((one) => one.name === 'view_submission');
    const sent = JSON.stringify(submission?.body);
    for (const value of [
      '20000.50',
      '2026-07-01',
      'OPERATIONS',
      'DESIGN',
      'COMMISSION',
      'QS11',
      'signed.pdf',
    ]) {
      expect(sent).toContain(value);
    }
  });

  it('counts down as the limit of a text comes near', async () => {
    await form.getByLabel(/Notes/).fill('x'.repeat(55));
    expect(await form.locator('[data-block="notes"]').textContent()).toContain('5 left');
  });

  it('stacks a second form on the first, which waits as it was', async () => {
    await form.getByLabel(/Contract number/).fill('HT-2026-018');
    await form.getByRole('button', { name: 'What does a blank cost?' }).click();
    const second = window.getByRole('dialog', { name: 'Blank standards' });
    await second.getByText('full responsibility').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor();
    expect(await form.getByLabel(/Contract number/).inputValue()).toBe('HT-2026-018');
  });

  it('is still open, and filled in, after the page was loaded again', async () => {
    await form.getByLabel(/Contract number/).fill('HT-2026-018');
    await served.slack.outbound.settled();
    await form.getByLabel(/Monthly fee/).focus();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.reload();
    await form.waitFor();
    expect(await form.getByLabel(/Contract number/).inputValue()).toBe('HT-2026-018');
  });
});
