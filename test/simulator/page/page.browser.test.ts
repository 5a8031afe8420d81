import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openPage, send, startBrowser, windowOf } from './support/browser.ts';
import { type Served, servePage } from './support/serve.ts';

describe('the page in a real browser', () => {
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

  /** Every test acts people of its own, so that they can share one workspace. */
  const open = async (...people: readonly string[]) => {
    opened = await openPage(browser, served.url, people);
    return { page: opened.page, windows: opened.windows };
  };
  const openFor = async (person: string) => {
    const { page } = await open(person);
    return { page, me: windowOf(page, person) };
  };

  it('completes commands by keyboard, with what each is for', async () => {
    const { me } = await openFor('U0JINGYI');
    const composer = me.locator('.sl-composer textarea');
    await composer.fill('/');
    expect(await me.getByRole('option').count()).toBe(4);
    await composer.press('ArrowDown');
    expect(await me.locator('[role=option][aria-selected=true]').textContent()).toContain(
      'Everything that waits for you',
    );
    await composer.press('ArrowUp');
    await composer.press('Tab');
    expect(await composer.inputValue()).toBe('/report ');
    expect(await me.getByRole('option').count()).toBe(0);
  });

  it('shows a private answer as private, and to one person alone', async () => {
    const { windows } = await open('U0WANGFANG', 'U0GRACE');
    const [asker, other] = windows;
    if (!asker || !other) throw new Error('two windows were asked for');
    await send(asker, '/provider search 远帆');
    const answer = asker.locator('.sl-message-private');
    await answer.waitFor();
    expect(await answer.textContent()).toContain('Only visible to you');
    expect(await answer.textContent()).toContain('Three providers fit 远帆.');
    expect(await other.locator('.sl-message').count()).toBe(0);
  });

  it('draws typed text as typed, and dates on the reader’s own clock', async () => {
    const { me } = await openFor('U0OLIVIA');
    await send(me, '/inbox');
    const card = me.locator('.sl-message').first();
    await card.getByRole('button', { name: 'Approve' }).waitFor();
    const words = await card.textContent();
    expect(words).toContain('*not bold* <!channel> :tada: 12:30:45');
    expect(words).toContain('<!channel> at 12:30:45');
    expect(words).toContain('May 8, 2026 12:00');
    expect(await card.locator('.sl-mention-me').textContent()).toBe('@Olivia Hart');
  });

  it('asks before a button that asks, and redraws the card in place', async () => {
    const { page, me } = await openFor('U0FREJA');
    await send(me, '/inbox');
    const card = me.locator('.sl-message').first();
    await card.getByRole('button', { name: 'Approve' }).click();
    const dialog = me.getByRole('alertdialog');
    expect(await dialog.textContent()).toContain('The cooperation becomes effective');
    await dialog.getByRole('button', { name: 'Not yet' }).click();
    expect(await dialog.count()).toBe(0);
    await card.getByRole('button', { name: 'Approve' }).click();
    await page.keyboard.press('Enter');
    await card.getByText('CR-2026-000123 approved').waitFor();
    expect(await card.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  });

  it('opens a thread and answers in it', async () => {
    const { me } = await openFor('U0KAYAN');
    await send(me, '/inbox');
    await me.getByRole('button', { name: '1 reply' }).click();
    const thread = me.getByRole('complementary', { name: 'Thread' });
    expect(await thread.textContent()).toContain('The contract runs twelve months.');
    await thread.locator('textarea').fill('Understood');
    await thread.locator('textarea').press('Enter');
    await thread.getByText('Understood').waitFor();
    await me.getByRole('button', { name: '2 replies' }).waitFor();
  });

  it('shows the app’s home, drawn for this person', async () => {
    const { me } = await openFor('U0SUFEI');
    await me.getByRole('tab', { name: 'Home' }).click();
    await me.getByRole('heading', { name: 'Your inbox' }).waitFor();
  });

  it('leaves nothing of one conversation standing in the next', async () => {
    const { me } = await openFor('U0SUFEI');
    await me.getByRole('button', { name: 'partner-lounge' }).click();
    await me.getByRole('heading', { name: 'partner-lounge' }).waitFor();
    expect(await me.locator('.sl-messages').count()).toBe(1);
  });

  it('opens where its person works', async () => {
    const { me } = await openFor('U0GRACE');
    await me.getByRole('heading', { name: 'baobei-staff' }).waitFor();
  });

  it('shares a file from the composer', async () => {
    const { page, me } = await openFor('U0SUNLI');
    await me.locator('.sl-composer input[type=file]').setInputFiles({
      name: 'contract.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    });
    const link = me.getByRole('link', { name: /contract\.pdf/ });
    await link.waitFor();
    const answer = await page.request.get(new URL(String(await link.getAttribute('href')), served.url).href);
    expect(await answer.text()).toBe('%PDF-1.4');
  });

  it('speaks Chinese when asked, and remembers it', async () => {
    const { page, me } = await openFor('U0DANIEL');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByText('试一试').waitFor();
    await page.reload();
    await page.getByText('试一试').waitFor();
    expect(await me.textContent()).toContain('服务商管理员');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('lists what the bot did wrong, and tells its user as Slack would', async () => {
    const { page, me } = await openFor('U0WANTING');
    await send(me, '/staff queue');
    await me.getByRole('alert').waitFor();
    await page.getByRole('button', { name: '1 violation' }).click();
    expect(await page.getByRole('dialog', { name: 'What the bot did wrong' }).textContent()).toContain(
      'invalid_blocks',
    );
  });

  it('moves the clock by the record’s own business day', async () => {
    const { page } = await openFor('U0MARCUS');
    await page.locator('.sh-clock-face').getByText('6 May 2026').waitFor();
    await page.getByRole('button', { name: '+1 business day' }).click();
    await page.getByText('7 May 2026').first().waitFor();
  });

  it('lets anybody be acted, in any window', async () => {
    const { page, me } = await openFor('U0ZHAOMIN');
    await me.getByRole('button', { name: /Zhao Min/ }).click();
    await page.getByPlaceholder('Find a person').fill('jonas');
    await page.getByRole('button', { name: /Jonas Berg/ }).click();
    const jonas = windowOf(page, 'U0JONAS');
    await send(jonas, '/provider search');
    await jonas.locator('.sl-message-private').waitFor();
  });

  it('begins a step of the guide in the right person’s composer', async () => {
    const { page } = await openFor('U0ZHOUMING');
    await page.getByRole('button', { name: 'The store confirms' }).click();
    await page.getByRole('button', { name: /Put it in the composer/ }).click();
    const composer = windowOf(page, 'U0OLIVIA@slack').locator('.sl-composer textarea');
    expect(await composer.inputValue()).toBe('/inbox');
    expect(await composer.and(page.locator(':focus')).count()).toBe(1);
  });

  it('begins a step of the guide on Discord with the command picked', async () => {
    const { page } = await openFor('U0ZHOUMING');
    await page.getByRole('button', { name: 'The provider accepts' }).click();
    await page.getByRole('button', { name: /Put it in the composer/ }).click();
    const command = windowOf(page, 'U0LINXIAO@discord').locator('.dc-command-name');
    expect(await command.inputValue()).toBe('/inbox');
    expect(await command.and(page.locator(':focus')).count()).toBe(1);
  });
});
