import { afterEach, describe, expect, it } from 'vitest';
import { journey } from './support/journey.ts';
import { en } from './support/screen.ts';
import { ALL_ON, startWorld, type World, type WorldOptions } from './support/world.ts';

/** Another file than the contract: the same bytes are evidence once. */
const PDF_OF_SHIFTS = new TextEncoder().encode('%PDF-1.4\n%shifts\n%%EOF\n');

const FRONTS: readonly (WorldOptions & { readonly front: string })[] = [
  { front: 'Slack over http', mode: 'http' },
  { front: 'Slack over socket', mode: 'socket' },
  { front: 'Discord', placing: ALL_ON('discord') },
];

describe.each(FRONTS)('a report on $front', ({ front: _, ...options }) => {
  let world: World;
  afterEach(async () => world[Symbol.asyncDispose]());

  it('goes from request to approval with a return and a question, survives a restart, and ends by notice', async () => {
    world = await startWorld(options);
    const { olivia, linxiao, wangfang, ...act } = journey(world);
    await act.request();
    await act.accept();
    expect(olivia.offers(act.action('request')), 'a private card keeps no live button').toBe(false);
    await act.fill();
    await act.say(olivia, 'returnByStore', {
      [en('cases.input.comment-field', { line: 1 })]: 'contractNo',
      [en('cases.input.comment-text', { line: 1 })]: 'The number on paper ends in 002.',
    });
    await linxiao.sees('The number on paper ends in 002.');
    await act.amend('fields.page.contract', { [en('fields.label.contractNo')]: 'HT-2026-002' });
    await act.confirm();
    await act.say(wangfang, 'askInformation', {
      [en('cases.input.from')]: 'provider',
      [en('cases.input.question')]: 'Which team answers at night?',
    });
    const shift = linxiao.upload('shift-plan.pdf', PDF_OF_SHIFTS);
    await linxiao.sees(en('reports.state.INFO_REQUESTED'));
    await world.settled();
    await linxiao.handIn(shift, en('reports.state.INFO_REQUESTED'));
    await linxiao.press(en('cases.shared.attach', { name: 'shift-plan.pdf' }));
    await linxiao.sees('shift-plan.pdf');
    await act.say(linxiao, 'answerInformation', {
      [en('cases.input.answer')]: 'The night team in Hangzhou.',
    });
    await wangfang.press(en('cases.button.details'));
    await wangfang.sees('The night team in Hangzhou.');
    await world.restart();
    await act.approve();
    await olivia.sees(en('reports.state.SCHEDULED'));
    const id = await act.onlyReport();
    expect(await act.state(id)).toBe('SCHEDULED');
    expect(await act.evidence(id)).toEqual(['contract.pdf', 'shift-plan.pdf']);
    world.clock.moveTo('2026-06-01T01:00:00Z');
    await world.bot().bot.round();
    await act.say(olivia, 'giveNotice', { [en('cases.input.effectiveOn')]: '2026-08-01' });
    await linxiao.sees(en('reports.state.NOTICE'));
    expect(await act.state(id)).toBe('NOTICE');
    expect(world.violations()).toEqual([]);
  }, 120_000);

  it('is rejected with a reason and a rule that both sides read, and the store may ask again', async () => {
    world = await startWorld(options);
    const { olivia, linxiao, wangfang, ...act } = journey(world);
    await act.request();
    await act.accept();
    await act.fill();
    await act.confirm();
    const reason = 'The contract that was handed in is signed by another company.';
    await act.say(wangfang, 'reject', {
      [en('cases.input.reasonCode')]: 'EVIDENCE_CONTRADICTS',
      [en('cases.input.ruleId')]: 'G9',
      [en('cases.input.text')]: reason,
    });
    await linxiao.sees(reason);
    await olivia.sees(reason);
    await olivia.sees(en('reports.rejection-rule.G9'));
    const rejected = await act.onlyReport();
    expect(await act.state(rejected)).toBe('REJECTED');
    await act.request();
    await act.accept();
    await linxiao.sees(en('reports.state.FILLING'));
    await world.settled();
    const again = await act.onlyReport();
    expect(again).not.toBe(rejected);
    expect(await act.state(again)).toBe('FILLING');
    expect(world.violations()).toEqual([]);
  }, 120_000);
});
