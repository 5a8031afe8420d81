import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isNews } from '../../../src/people/last-use.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { depopulate, person } from '../population.ts';
import { accountOn, twoFronts } from './two-fronts.ts';

const at = (time: string) => new Date(`2026-05-04T${time}:00Z`);

describe('a use of an account', () => {
  it.each([
    ['the first ever', null, null, true],
    ['soon after the last', at('09:30'), null, false],
    ['an hour after the last', at('09:00'), null, true],
    ['after another account was used', at('09:30'), at('09:45'), true],
    ['while the other one rests', at('09:30'), at('08:00'), false],
  ])('%s is news: %s, %s', (_when, here, elsewhere, news) => {
    expect(isNews({ here, elsewhere }, at('10:00'))).toBe(news);
  });

  describe('on record', () => {
    let database: Database;
    beforeAll(async () => {
      database = await testDatabase();
    });
    afterAll(() => database[Symbol.asyncDispose]());

    it('moves with the person, and is written no more often than that', async () => {
      const clock = testClock('2026-05-04T10:00:00Z');
      await using app = await testApp(database, clock);
      await depopulate(app);
      const { principalId } = await person(app, {
        account: accountOn('slack', 'lin'),
        role: 'STORE_OWNER',
        at: 'st_1',
      });
      await database.prisma.chatAccount.create({
        data: { ...accountOn('discord', 'lin'), principalId, linkedAt: clock.now() },
      });
      const { on } = twoFronts(app);
      const used = async () =>
        Object.fromEntries(
          (await database.prisma.chatAccount.findMany()).map(({ platform, lastUsedAt }) => [
            platform,
            lastUsedAt?.toISOString().slice(11, 16) ?? null,
          ]),
        );
      const use = async (platform: 'slack' | 'discord', time: string) => {
        clock.moveTo(at(time));
        await on(platform, 'lin').type('/whoami');
        return used();
      };
      expect(await use('slack', '10:00')).toEqual({ slack: '10:00', discord: null });
      expect(await use('slack', '10:30')).toEqual({ slack: '10:00', discord: null });
      expect(await use('discord', '10:40')).toEqual({ slack: '10:00', discord: '10:40' });
      expect(await use('slack', '10:50')).toEqual({ slack: '10:50', discord: '10:40' });
      expect(await use('slack', '11:50')).toEqual({ slack: '11:50', discord: '10:40' });
    });
  });
});
