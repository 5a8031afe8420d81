import { existsSync } from 'node:fs';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** A browser with one profile: what it fetched once it need not fetch again. Closing it closes all. */
export async function startBrowser(viewport = { width: 1300, height: 900 }): Promise<BrowserContext> {
  if (!CHROMIUM) throw new Error('No Chromium here: install the Debian package chromium.');
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  context.on('close', () => void browser.close());
  return context;
}

export interface Opened {
  readonly page: Page;
  /** One window for each person asked for. */
  readonly windows: readonly Locator[];
  /** Everything that the browser objected to. */
  readonly complaints: string[];
}

/** The page as somebody opens it who wants to see these windows, by their keys. */
export async function openPage(
  context: BrowserContext,
  url: string,
  people: readonly string[],
): Promise<Opened> {
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The stand-in answers 409 to what a person could not do; the browser notes it, the page handles it.
    if (message.type() === 'error' && !message.text().includes('409')) complaints.push(message.text());
  });
  const wanted = { 'baobei.people': JSON.stringify(people), 'baobei.windows': String(people.length) };
  await page.addInitScript({ content: firstVisit(wanted) });
  await page.goto(url);
  return { page, windows: people.map((person) => windowOf(page, person)), complaints };
}

// Once for each tab, so that what the page remembers is still there after a reload.
const firstVisit = (wanted: Readonly<Record<string, string>>) =>
  `if (!sessionStorage.visited) {
    localStorage.clear();
    Object.assign(localStorage, ${JSON.stringify(wanted)});
    sessionStorage.visited = 'yes';
  }`;

/** One person's window, on one platform where the key names it: `U0OLIVIA`, `U0LINXIAO@discord`. */
export function windowOf(page: Page, key: string): Locator {
  const [person, platform] = key.split('@');
  const on = platform === undefined ? '' : `[data-platform="${platform}"]`;
  return page.locator(`[data-person="${person}"]${on}`);
}

/** Types into a person's composer and sends it. */
export async function send(window: Locator, text: string): Promise<void> {
  const composer = window.locator('.sl-composer textarea').first();
  await composer.fill(text);
  // The first Enter takes a command from the list, the second one sends it.
  await composer.press('Escape');
  await composer.press('Enter');
}
