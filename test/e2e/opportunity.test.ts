import { afterEach, describe, expect, it } from 'vitest';
import { storePages } from '../../src/reports/fields/forms.ts';
import { REQUEST } from './support/journey.ts';
import { en } from './support/screen.ts';
import { startWorld, type World } from './support/world.ts';

const fact = (name: string) => en(`opportunities.fact.${name}`);
const button = (name: string) => en(`opportunities.button.${name}`);

describe('a business opportunity', () => {
  let world: World;
  afterEach(async () => world[Symbol.asyncDispose]());

  it('goes from staff on Slack to a provider on Discord, a meeting, and the report of whoever won', async () => {
    world = await startWorld({ placing: { store: 'slack', provider: 'discord', staff: 'slack' } });
    const { prisma } = world.app().database;
    const [wangfang, linxiao, olivia] = [
      world.screen('wangfang'),
      world.screen('linxiao'),
      world.screen('olivia'),
    ];
    await wangfang.command('/opportunity post');
    await wangfang.form(fact('brand'));
    await wangfang.send({
      [fact('brand')]: 'Aurora Sun Care',
      [fact('store')]: 'st_aurora',
      [fact('category')]: 'BEAUTY_SKINCARE',
      [fact('scopes')]: ['OPERATIONS'],
      [fact('markets')]: ['AU'],
      [fact('languages')]: ['en', 'zh'],
      [fact('band')]: 'FROM_1M',
      [fact('starts-on')]: '2026-06-01',
      [fact('answer-until')]: '2026-05-20',
      [fact('confidential')]: 'YES',
    });
    await wangfang.press(button('publish'));
    await wangfang.sees(en('opportunities.state.SLATE_SENT'));

    await linxiao.sees(en('opportunities.why.title'));
    await world.settled();
    await linxiao.press(button('interest'));
    await linxiao.sees(en('opportunities.title', { brand: 'Aurora Sun Care' }));
    await wangfang.sees(en('opportunities.state.INTERESTED'));
    await world.settled();
    await linxiao.press(button('offer-times'));
    await linxiao.form(en('opportunities.meeting.time', { number: 1 }));
    await linxiao.send({
      [en('opportunities.meeting.time', { number: 1 })]: '2026-05-12 14:00',
      [en('opportunities.meeting.place')]: 'https://meet.example/aurora',
    });
    // Olivia reads it in Sydney.
    await olivia.press(en('opportunities.meeting.take', { time: 'Tue 12 May 16:00' }));
    await linxiao.sees('docking-meeting.ics');
    await olivia.sees('docking-meeting.ics');

    await world.settled();
    await olivia.press(button('outcome'));
    await olivia.form(en('opportunities.outcome.outcome'));
    await olivia.send({ [en('opportunities.outcome.outcome')]: 'WON:prv_yuanfan' });
    await linxiao.sees(en('opportunities.to-provider.won'));
    await olivia.press(button('open-report'));
    await olivia.form(en('fields.label.serviceItemIds'));
    const { contactOutOfChat = '' } = REQUEST;
    await olivia.walk(storePages, { contactOutOfChat });
    await olivia.sees(en('reports.action.request'));
    expect(await prisma.report.findFirstOrThrow()).toMatchObject({
      ...{ state: 'DRAFT', storeId: 'st_aurora', providerId: 'prv_yuanfan', primaryOperator: true },
      ...{ serviceScope: ['OPERATIONS'], reportingMonths: 12 },
    });
    expect(world.violations()).toEqual([]);
  }, 120_000);
});
