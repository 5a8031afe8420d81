import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslators } from '../../src/chat/messages/translators.ts';
import type { RunningProcess } from '../../src/main/process.ts';
import { addDays, today } from '../../src/reports/periods.ts';
import { type Opened, openPage, startBrowser } from '../simulator/page/support/browser.ts';
import { onScreen, WINDOWS } from './browser/case-on-screen.ts';
import { startOwnDemo } from './browser/demo.ts';

const { en, zh } = createTranslators();
const REASON = '合同上的服务商名称与备案主体不一致，请更正后重新发起。';

describe('the demo in a real browser', () => {
  let browser: BrowserContext;
  let demo: RunningProcess;
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    [browser, demo] = await Promise.all([startBrowser({ width: 1600, height: 1000 }), startOwnDemo()]);
    opened = await openPage(browser, demo.url, WINDOWS);
    page = opened.page;
    page.setDefaultTimeout(15_000);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await demo[Symbol.asyncDispose]();
  });

  it('carries a report over Slack and Discord from request to approval and notice, a rejection beside it, and all is there after a reload', async () => {
    const { olivia, linxiao, wangfang, ...act } = onScreen(page);
    const start = addDays(today(demo.app.clock.now(), 'Asia/Shanghai'), 3);
    const report = await act.request(start);
    await act.fill(report, start);
    await act.confirm(report);
    await act.askAndAnswer(report);
    await act.approve(report);
    await olivia.sees(report, en('reports.state.SCHEDULED'));
    await linxiao.sees(report, zh('reports.state.SCHEDULED'));
    await wangfang.sees(report, en('reports.state.SCHEDULED'));

    await page.getByRole('button', { name: '+1 week' }).click();
    await act.giveNotice(report, addDays(start, 60));
    await linxiao.sees(report, zh('reports.state.NOTICE'));

    await act.reject('NordKind', REASON);
    await wangfang.sees('NordKind', en('reports.state.REJECTED'));

    await page.reload();
    await olivia.sees(report, en('reports.state.NOTICE'));
    await linxiao.sees(report, zh('reports.state.NOTICE'));
    await wangfang.sees('NordKind', en('reports.state.REJECTED'));
    await page.getByRole('button', { name: 'No violations' }).waitFor();
    expect(opened.complaints).toEqual([]);
  }, 120_000);
});
