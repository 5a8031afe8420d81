import { afterEach, describe, expect, it } from 'vitest';
import { PLATFORMS, type PlatformName } from '../../src/chat/incoming.ts';
import { journey } from '../e2e/support/journey.ts';
import { en } from '../e2e/support/screen.ts';
import { type Placing, startWorld, type World } from '../e2e/support/world.ts';

/** Everybody on one platform is the workflow's own test. */
const SPREAD: readonly Placing[] = PLATFORMS.flatMap((store) =>
  PLATFORMS.flatMap((provider) => PLATFORMS.map((staff) => ({ store, provider, staff }))),
).filter(({ store, provider, staff }) => new Set<PlatformName>([store, provider, staff]).size > 1);

describe('a report whose people are on two platforms', () => {
  let world: World;
  afterEach(async () => world[Symbol.asyncDispose]());

  it.each(SPREAD)(
    'store on $store, provider on $provider, staff on $staff',
    async (placing) => {
      world = await startWorld({ placing });
      const { olivia, linxiao, wangfang, ...act } = journey(world);
      await act.request();
      await act.accept();
      await olivia.sees(en('reports.state.FILLING'));
      await act.fill();
      await act.say(olivia, 'returnByStore', {
        [en('cases.input.comment-field', { line: 1 })]: 'contractNo',
        [en('cases.input.comment-text', { line: 1 })]: 'The number on paper ends in 002.',
      });
      await linxiao.sees('The number on paper ends in 002.');
      await act.amend('fields.page.contract', { [en('fields.label.contractNo')]: 'HT-2026-002' });
      await act.confirm();
      await linxiao.sees(en('reports.state.STAFF_REVIEW'));
      await act.approve();
      await olivia.sees(en('reports.state.SCHEDULED'));
      await linxiao.sees(en('reports.state.SCHEDULED'));
      await wangfang.sees(en('reports.state.SCHEDULED'));
      expect(await act.state(await act.onlyReport())).toBe('SCHEDULED');
      expect(olivia.offers(act.action('confirm')), 'no card keeps a button that is over').toBe(false);
      expect(world.violations()).toEqual([]);
    },
    120_000,
  );
});
