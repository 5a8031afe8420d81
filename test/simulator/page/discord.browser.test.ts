import type { BrowserContext, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openPage, startBrowser, windowOf } from './support/browser.ts';
import { type Served, servePage } from './support/serve.ts';

describe('somebody’s Discord on the page', () => {
  let browser: BrowserContext;
  let served: Served;
  let opened: Opened;

  beforeAll(async () => {
    [browser, served] = await Promise.all([startBrowser(), servePage()]);
  });
  afterAll(async () => {
    await browser.close();
    await served[Symbol.asyncDispose]();
  });
  afterEach(async () => {
    await opened.page.close();
    expect(opened.complaints).toEqual([]);
  });

  /** Every test acts people of its own, so that they can share one server. */
  const openFor = async (person: string) => {
    opened = await openPage(browser, served.url, [`${person}@discord`]);
    const { page } = opened;
    return { page, me: windowOf(page, `${person}@discord`) };
  };

  it('completes commands, and each option with what the app offers', async () => {
    const { page, me } = await openFor('U0DANIEL');
    await me.locator('textarea').fill('/prov');
    expect(await me.getByRole('option').textContent()).toContain('/provider search');
    await page.keyboard.press('Tab');
    await page.keyboard.type('远');
    await me.getByRole('option', { name: '杭州远帆电子商务有限公司' }).waitFor();
    await page.keyboard.press('Enter');
    await me.getByRole('option', { name: 'scope' }).click();
    await page.keyboard.type('design');
    await page.keyboard.press('Enter');
    const answer = me.locator('.dc-message-private');
    await answer.getByText('You asked for prv_yuanfan in design').waitFor();
    expect(await answer.textContent()).toContain('Daniel Weber used /provider search');
    await answer.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await answer.count()).toBe(0);
    await page.reload();
    await me.locator('textarea').waitFor();
    expect(await answer.count()).toBe(0);
  });

  it('takes a command apart by Backspace, and sends words that the app did not offer', async () => {
    const { page, me } = await openFor('U0SUNLI');
    await me.locator('textarea').fill('/provider search');
    await page.keyboard.press('Tab');
    await me.getByRole('option').first().waitFor();
    await page.keyboard.press('Backspace');
    expect(await me.locator('.dc-command').count()).toBe(0);
    await me.locator('textarea').fill('/provider search');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nobody');
    await me.getByRole('option').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await me.getByText('You asked for nobody in any scope').waitFor();
  });

  it('draws a card with typed text as typed, dates on the reader’s own clock, and redraws it in place', async () => {
    const { me } = await openFor('U0MARCUS');
    await command(me, '/inbox');
    const card = me.locator('.dc-container');
    await card.getByRole('heading', { name: 'CR-2026-000123 waits for you' }).waitFor();
    const words = await card.textContent();
    expect(words).toContain('Typed: *not bold* <@everyone> CR_1 snake_case_name 12:30:45');
    expect(words).toContain('Due: May 8, 2026 at 12:00');
    expect(await card.getByRole('listitem').allTextContents()).toEqual(['one', 'two']);
    expect(await card.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe(
      'https://example.com/a_b',
    );
    expect(await card.getByRole('button', { name: 'Withdraw' }).isDisabled()).toBe(true);
    await card.getByRole('button', { name: 'Approve' }).click();
    await card.getByText('CR-2026-000123 approved').waitFor();
    expect(await me.locator('.dc-container').count()).toBe(1);
    expect(await card.getByRole('button').count()).toBe(0);
  });

  it('tells as Discord does that an app did not answer', async () => {
    const { me } = await openFor('U0ZHAOMIN');
    await command(me, '/inbox');
    await me.getByRole('button', { name: 'Never answers' }).click();
    await me.getByText('This interaction failed').first().waitFor();
    await command(me, '/silence');
    await me.getByText('The application did not respond').waitFor();
  });

  it('says at each input what is missing, and sends text, choices and a file', async () => {
    const { page, me } = await openFor('U0SUFEI');
    await command(me, '/form');
    const form = me.getByRole('dialog', { name: 'Cooperation 2/4' });
    await form.getByRole('button', { name: 'Submit' }).click();
    const missing = form.getByText('Please complete this required field.');
    await missing.first().waitFor();
    expect(await missing.count()).toBe(3);
    await form.getByLabel('Contract number').fill('HT');
    await form.getByRole('combobox').click();
    await form.getByRole('option', { name: 'Operations' }).click();
    await form.getByRole('option', { name: 'Design' }).click();
    await page.keyboard.press('Tab');
    await form.locator('input[type=file]').setInputFiles(PDF);
    await form.getByText(PDF.name).waitFor();
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.getByText('Must be between 3 and 64 in length.').waitFor();
    await form.getByLabel('Contract number').fill('HT-2026-018');
    await form.getByRole('button', { name: 'Submit' }).click();
    await me.getByText('Saved HT-2026-018 with 1 file for OPERATIONS and DESIGN').waitFor();
    expect(await form.count()).toBe(0);
  });

  it('leaves a form without the app hearing of it', async () => {
    const { page, me } = await openFor('U0WANTING');
    await command(me, '/form');
    await me.getByLabel('Contract number').fill('HT-1');
    await page.keyboard.press('Escape');
    await me.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('goes to a channel, shows who is there, and shares words and a file', async () => {
    const { me } = await openFor('U0JONAS');
    await me.getByRole('button', { name: 'Marketplace Partners' }).click();
    await me.getByRole('button', { name: 'general' }).click();
    await me.getByRole('button', { name: 'Member list' }).click();
    const members = me.getByRole('complementary', { name: 'Member list' });
    expect(await members.getByText('Platform staff — 4').count()).toBe(1);
    await me.locator('textarea').fill('Hello, **everybody**');
    await me.locator('textarea').press('Enter');
    expect(await me.locator('.dc-message strong').last().textContent()).toBe('everybody');
    await me.locator('.dc-composer input[type=file]').setInputFiles(PDF);
    await me.getByRole('link', { name: PDF.name }).waitFor();
  });

  it('opens a thread from its message, says something there, and goes back', async () => {
    const { me } = await openFor('U0ZHOUMING');
    await me.getByRole('button', { name: 'Marketplace Partners' }).click();
    await me.getByRole('button', { name: 'general' }).click();
    await command(me, '/discuss');
    await me.getByRole('button', { name: 'CR-2026-000123 1 message' }).click();
    await me.getByText('What was said about it').waitFor();
    await me.locator('textarea').fill('Seen');
    await me.locator('textarea').press('Enter');
    await me.getByText('Seen').waitFor();
    await me.locator('.dc-head-parent').click();
    await me.getByRole('button', { name: 'CR-2026-000123 2 messages' }).waitFor();
  });

  it('is one of two windows of somebody who is on both platforms', async () => {
    const { page, me } = await openFor('U0FREJA');
    await me.locator('textarea').waitFor();
    await me.getByRole('button', { name: 'Slack', exact: true }).click();
    await windowOf(page, 'U0FREJA@slack').locator('.sl-composer').waitFor();
    expect(await page.locator('[data-person="U0FREJA"]').count()).toBe(1);
  });

  it('closes its door to direct messages from the menu of troubles', async () => {
    const { page, me } = await openFor('U0GRACE');
    await me.locator('textarea').waitFor();
    await page.getByRole('button', { name: 'Make trouble' }).click();
    await page.getByRole('button', { name: 'Grace Okafor blocks direct messages' }).click();
    await page.getByText('Done: Grace Okafor blocks direct messages').waitFor();
    const grace = Object.values(served.discord.servers.state.users).find(
      ({ username }) => username === 'grace',
    );
    expect(grace?.blocksDirect).toBe(true);
  });
});

const PDF = { name: 'contract.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };

/** Takes a command that has no options, and sends it. */
async function command(window: Locator, line: string): Promise<void> {
  const field = window.locator('.dc-composer textarea');
  await field.fill(line);
  await field.press('Tab');
  await window.locator('.dc-command-name').press('Enter');
}
