import { afterEach, expect, it } from 'vitest';
import { CAST } from '../../simulator/demo/cast.ts';
import { givenReport } from '../directory/given.ts';
import { givenLevel } from '../services/access/given.ts';
import { PDF } from '../support/app.ts';
import { journey, REVISION } from './support/journey.ts';
import { ownSystem } from './support/own-system.ts';
import { en, type Screen } from './support/screen.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
afterEach(async () => world[Symbol.asyncDispose]());

const input = (name: string) => en(`services.input.${name}`);
const deed = (event: string) => en(`services.deed.${event}`);

const APPLICATION = {
  systemName: 'Yuanfan order desk',
  systemPurpose: 'Fills in and submits our reports from our own order system.',
  scopes: ['reports:read', 'reports:write', 'evidence:write'],
  dataClasses: ['OWN_REPORTS'],
  callbackUrl: 'https://hooks.yuanfan.example/baobei',
  allowedIps: '203.0.114.7',
  securityContact: 'security@yuanfan.example',
  retentionDays: '90',
  incidentContact: 'duty@yuanfan.example',
};

async function applied(linxiao: Screen): Promise<void> {
  await linxiao.command('/service request api');
  await linxiao.form(input('systemName'));
  await linxiao.send(
    Object.fromEntries(Object.entries(APPLICATION).map(([name, value]) => [input(name), value])),
  );
}

function linkSentTo(principalId: string): string {
  const { discordUserId = '' } = CAST.people.find((each) => each.principalId === principalId) ?? {};
  const person = world.standIns.discord?.person(discordUserId);
  const links = (person?.messages() ?? []).flatMap((message) => person?.read(message).links ?? []);
  const found = links.findLast((link) => link.includes('/keys/'));
  if (found === undefined) throw new Error('No link to a key was sent.');
  return found;
}

/** Opens the page behind the link that was sent privately, and presses its button. */
async function keyFrom(linxiao: Screen): Promise<string> {
  await linxiao.press(en('services.key.LIVE'));
  await linxiao.sees(en('access.link.page'));
  const link = linkSentTo('pr_linxiao');
  expect(await (await fetch(link)).text()).toContain(en('access.page.show'));
  const page = await fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const [key] = /bb_live_[0-9A-Za-z]{36}/.exec(await page.text()) ?? [];
  if (key === undefined) throw new Error('The page shows no key.');
  return key;
}

it('a provider on Discord applies, staff on Slack approve, its own system submits a report, the store confirms it on Slack, and the system hears of it', async () => {
  world = await startWorld({ placing: { store: 'slack', provider: 'discord', staff: 'slack' } });
  const { database } = world.app();
  await givenReport(database, {
    id: 'CR-2025-000900',
    storeId: 'st_nordkind',
    providerId: 'prv_yuanfan',
    state: 'ACTIVE',
  });
  await givenLevel(database, 'prv_yuanfan', '4');
  const { olivia, linxiao, wangfang, ...act } = journey(world);
  const marcus = world.screen('marcus');

  await applied(linxiao);
  await wangfang.press(deed('take'));
  await wangfang.press(deed('approve'));
  // Write scopes need two.
  await linxiao.sees(en('services.approvals.one-of-two'));
  await marcus.command('/service show API-2026-000001');
  await marcus.press(deed('approve'));
  await linxiao.press(deed('ask-live'));
  await wangfang.command('/service show API-2026-000001');
  await wangfang.press(deed('go-live'));
  await using system = await ownSystem(world.bot().url, await keyFrom(linxiao));
  await system.listen(['report.state-changed']);

  await act.request();
  await act.accept();
  await linxiao.sees(en('reports.state.FILLING'));
  const id = await act.onlyReport();
  const { evidence: _, ...inputs } = REVISION;
  await system.call('PATCH', `/reports/${id}/draft`, inputs);
  await system.call('POST', `/reports/${id}/evidence?name=contract.pdf`, PDF);
  const report = await system.call('GET', `/reports/${id}`);
  const { stateSeq } = report as { stateSeq: number };
  expect(await system.call('POST', `/reports/${id}/submissions`, { stateSeq })).toMatchObject({
    state: 'STORE_CONFIRM',
  });
  await act.confirm();
  await system.hears({ reportId: id, from: 'FILLING', to: 'STORE_CONFIRM' });
  await system.hears({ reportId: id, from: 'STORE_CONFIRM', to: 'STAFF_REVIEW' });
  expect(world.violations()).toEqual([]);
}, 120_000);
