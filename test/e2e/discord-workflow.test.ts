import { afterEach, describe, expect, it } from 'vitest';
import { PDF } from '../support/app.ts';
import { DiscordScreen } from './support/discord/screen.ts';
import { type DiscordWorld, discordIdOf, startDiscordWorld } from './support/discord/world.ts';
import { REQUEST, REVISION } from './support/journey.ts';
import { en } from './support/screen.ts';

const action = (name: string): string => en(`reports.action.${name}`);

const filled = (values: typeof REQUEST) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );

describe('a report on Discord alone', () => {
  let world: DiscordWorld;
  afterEach(async () => world[Symbol.asyncDispose]());

  it('goes from request to approval with a return, survives a restart, and ends by notice', async () => {
    world = await startDiscordWorld();
    const screen = (name: string) => new DiscordScreen(world.control, discordIdOf(name));
    const [olivia, linxiao, wangfang] = [screen('olivia'), screen('linxiao'), screen('wangfang')];
    const report = () => world.app().database.prisma.report.findFirstOrThrow();

    expect(await olivia.person.autocomplete('/report new provider:远帆')).toEqual([
      expect.stringContaining('远帆'),
    ]);
    await olivia.person.command('/report new 杭州远帆');
    await olivia.walk(filled(REQUEST), action('request'));
    await olivia.press(action('request'));
    await linxiao.press(action('accept'));

    const contract = linxiao.person.upload('contract.pdf', PDF);
    const revision = { ...filled(REVISION), evidence: [contract] };
    await linxiao.press(en('cases.button.fill'));
    await linxiao.walk(revision, action('submit'));
    await linxiao.press(action('submit'));

    await olivia.press(action('returnByStore'));
    const comment = { field1: 'contractNo', text1: 'The number on paper ends in 002.' };
    await olivia.walk(comment, en('reports.state.FILLING'));
    await linxiao.sees('The number on paper ends in 002.');
    await linxiao.press(en('cases.button.fill'));
    await linxiao.press(`✓ ${en('fields.page.contract')}`);
    await linxiao.page({ contractNo: 'HT-2026-002' });
    await linxiao.press(action('submit'));

    await olivia.press(action('confirm'));
    await olivia.modal();
    await olivia.send({ typedName: 'Olivia Hart' });
    await wangfang.sees(en('reports.state.STAFF_REVIEW'));
    await world.restart();
    await wangfang.press(action('approve'));
    await wangfang.press(action('approve'));
    await olivia.sees(en('reports.state.SCHEDULED'));
    expect((await report()).state).toBe('SCHEDULED');

    world.clock.moveTo('2026-06-01T01:00:00Z');
    await world.bot().bot.round();
    await olivia.press(action('giveNotice'));
    await olivia.modal();
    await olivia.send({ effectiveOn: '2026-08-01' });
    await linxiao.sees(en('reports.state.NOTICE'));
    expect((await report()).state).toBe('NOTICE');
    expect(world.control.violations).toEqual([]);
  }, 180_000);
});
