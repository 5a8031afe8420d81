import { postOpportunity } from '../../../src/opportunities/actions/post-opportunity.ts';
import { publish } from '../../../src/opportunities/actions/slate/publish.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { addDays, today } from '../../../src/reports/periods.ts';
import { actor, done, type SeedApp } from './actor.ts';

/** What two providers have said of themselves, so that their places differ in more than the lot. */
const PROFILES = [
  {
    providerId: 'prv_yuanfan',
    ...{ markets: ['AU', 'NZ', 'JP'], languages: ['zh', 'en'], bands: ['FROM_1M'], exclusive: [] },
  },
  {
    providerId: 'prv_xingbo',
    ...{ markets: ['KR', 'JP'], languages: ['zh'], bands: ['FROM_200K'], exclusive: [] },
  },
] as const;

/** One need of a brand that has a store here, with its slate: the providers on it can answer at once. */
export async function seedOpportunity(app: SeedApp): Promise<void> {
  const [wangfang, now] = [actor('pr_wangfang'), app.clock.now()];
  await app.database.prisma.providerProfile.createMany({
    data: PROFILES.map((profile) => ({
      ...{ ...profile, markets: [...profile.markets], languages: [...profile.languages] },
      ...{ bands: [...profile.bands], exclusive: [...profile.exclusive] },
      ...{ version: 1, changedBy: 'pr_zhaomin', changedAt: now },
    })),
  });
  const day = (days: number) => addDays(today(now, 'Asia/Shanghai'), days);
  const { id: opportunityId } = done(
    await postOpportunity(app, {
      ...{ actor: wangfang, requestId: app.ids.next('req'), edits: null, draft: Prisma.sql`SELECT 1` },
      typed: {
        ...{ brand: 'Aurora Sun Care', store: 'st_aurora', category: 'BEAUTY_SKINCARE' },
        ...{ scopes: ['OPERATIONS', 'MARKETING'], markets: ['AU'], languages: ['zh', 'en'], band: 'FROM_1M' },
        ...{ startsOn: day(45), answerUntil: day(14), confidential: 'YES' },
        details:
          'A sun care line from Australia enters the Chinese market before summer. 澳洲防晒线夏季前进入中国市场。',
      },
    }),
  );
  done(await publish(app, { actor: wangfang, requestId: app.ids.next('req'), opportunityId, stateSeq: 1 }));
}
