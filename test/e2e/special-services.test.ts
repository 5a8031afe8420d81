import { afterEach, beforeEach, expect, it } from 'vitest';
import { CAST } from '../../simulator/demo/cast.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { givenReport } from '../directory/given.ts';
import { en, type Screen } from './support/screen.ts';
import { startWorld, type World } from './support/world.ts';

/** A provider on Discord asks, staff on Slack answer. */
let world: World;
let linxiao: Screen;
let wangfang: Screen;

beforeEach(async () => {
  world = await startWorld({ placing: { store: 'slack', provider: 'discord', staff: 'slack' } });
  [linxiao, wangfang] = [world.screen('linxiao'), world.screen('wangfang')];
});
afterEach(async () => {
  expect(world.violations()).toEqual([]);
  await world[Symbol.asyncDispose]();
});

const input = (name: string) => en(`services.input.${name}`);
const deed = (event: string) => en(`services.deed.${event}`);

const given = (id: string, storeId: string) =>
  givenReport(world.app().database, { id, storeId, providerId: 'prv_yuanfan', state: 'ACTIVE' });

const QUESTION = 'May the trademark still be pending when the store applies?';
const ANSWER = 'It may be pending for the application, and must be registered before the opening.';

it('a question is asked on Discord, answered on Slack with its rule, asked further and closed', async () => {
  await linxiao.command('/service request loan');
  await linxiao.sees('no report of your company is on its way');
  await given('CR-2026-000900', 'st_nordkind');
  await linxiao.command('/service request consultation');
  await linxiao.form(input('topic'));
  await linxiao.send({
    [input('topic')]: 'TRADEMARK',
    [input('brand')]: 'Kauri & Fern',
    [input('entityRegion')]: 'AU',
    [input('category')]: 'TOYS',
    [input('trademarkStatus')]: 'APPLIED',
    [input('targetDate')]: '2026-09-01',
    [input('question')]: QUESTION,
  });
  await wangfang.sees(en('services.topic.TRADEMARK'));
  await wangfang.press(deed('answer'));
  await wangfang.form(input('ruleAddress'));
  await wangfang.send({
    [input('text')]: ANSWER,
    [input('ruleAddress')]: '§3.3 G8',
    [input('ruleDate')]: '2026-04-01',
  });
  await linxiao.sees(ANSWER);
  await linxiao.sees(en('services.not-legal-advice'));
  await linxiao.press(deed('reopen'));
  await linxiao.form(input('reason'));
  await linxiao.send({ [input('reason')]: 'What if the application is refused meanwhile?' });
  await wangfang.sees(en('services.state.consultation.REOPENED'));
  await linxiao.press(deed('close'));
  await linxiao.sees(en('services.state.consultation.CLOSED'));
}, 120_000);

it('a loan request is drafted, checked, cured, checked again, handed over and gets its outcome', async () => {
  await given('CR-2026-000900', 'st_nordkind');
  await linxiao.command('/service request loan');
  await linxiao.form(input('amount'));
  await linxiao.send({
    [input('purpose')]: 'STOCK',
    [input('amount')]: '1,200,000',
    [input('currency')]: 'CNY',
    [input('termMonths')]: '12',
  });
  await linxiao.press(deed('submit'));
  await linxiao.sees(en('services.pre-check.level'));
  await cured();
  await linxiao.press(deed('recheck'));
  await wangfang.sees(en('services.state.loan.PRECHECK_OK'));
  await wangfang.press(deed('refer'));
  await wangfang.form(input('lender'));
  await wangfang.send({ [input('lender')]: 'West Lake Bank', [input('reference')]: 'WL-88213' });
  await linxiao.sees('West Lake Bank');
  await wangfang.press(deed('outcome'));
  await wangfang.form(input('outcome'));
  await wangfang.send({ [input('outcome')]: 'GRANTED' });
  await linxiao.sees(en('services.outcome.GRANTED'));
  await world.settled();
  const channel = await inStaffChannel();
  expect(channel).toContain('LOAN-2026-000001');
  expect(channel).not.toContain('1,200,000');
}, 120_000);

/** Two stores of six months, a level that has it, a full deposit. */
async function cured(): Promise<void> {
  await given('CR-2026-000901', 'st_marula');
  await world.app().database.change([
    Prisma.sql`UPDATE report SET reporting_start = '2025-06-01'`,
    Prisma.sql`UPDATE provider SET deposit_available_minor = 5000000 WHERE id = 'prv_yuanfan'`,
    Prisma.sql`INSERT INTO provider_rating (provider_id, quarter, version, level, scored_cycles, flags)
      VALUES ('prv_yuanfan', '2026-Q1', 1, '4', 2, '{}')`,
  ]);
}

/** As somebody reads it who was answered nothing privately there. */
async function inStaffChannel(): Promise<string> {
  const reader = world.standIns.slack?.person('U0ZHAOMIN');
  const messages = reader?.messages(CAST.staffChannelId) ?? [];
  return messages.map((message) => reader?.read(message).text ?? '').join('\n');
}
