import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { plain } from '../../../src/chat/text.ts';
import type { Actor, Role } from '../../../src/people/principal.ts';
import { drawCase } from '../../../src/reports/chat/draw-case.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import { seedPerson } from '../../support/cast.ts';
import { cardsOf, labelsOf, openStage, type Scene, type Stage } from './support/stage.ts';

const wordsOf = (card: Card<string> | Card | undefined): string =>
  [
    plain(card?.lead ?? ''),
    ...(card?.facts ?? []).map(({ value }) => plain(value)),
    ...(card?.sections ?? []).flatMap(({ body, list = [] }) => [plain(body ?? ''), ...list.map(plain)]),
    plain(card?.footer ?? ''),
  ].join('\n');

describe('a stand-in at the chat', () => {
  const stack = new AsyncDisposableStack();
  let stage: Stage;
  let scene: Scene;
  let partner: Actor;
  beforeAll(async () => {
    stage = await openStage(stack);
  });
  afterAll(() => stack.disposeAsync());

  beforeEach(async () => {
    await stage.app.database.prisma.delegation.deleteMany();
    scene = await stage.nextScene();
    partner = await join('吴桐', scene.cast.storeId, 'STORE_OWNER');
  });

  async function join(name: string, organisationId: string, role: Role): Promise<Actor> {
    const { prisma } = stage.app.database;
    const id = `prn_${organisationId}_${role}`;
    const person = await seedPerson(prisma, { id, name, organisationId, role });
    const account = { platform: 'slack', workspace: 'T1', userId: id, principalId: id };
    await prisma.chatAccount.createMany({
      skipDuplicates: true,
      data: [{ ...account, linkedAt: stage.clock.now() }],
    });
    return person;
  }

  async function standsIn(delegate: Actor, delegator: Actor): Promise<void> {
    const [membership] = delegator.memberships;
    await stage.app.database.prisma.delegation.create({
      data: {
        id: stage.app.ids.next('dlg'),
        organisationId: membership?.organisationId ?? '',
        role: membership?.role ?? '',
        delegatorId: delegator.principalId,
        delegateId: delegate.principalId,
        from: stage.clock.now(),
        until: new Date('2026-06-30T00:00:00Z'),
        reason: 'Holiday',
        createdAt: stage.clock.now(),
      },
    });
  }

  const question: ReportEvent = {
    type: 'askInformation',
    from: 'store',
    question: 'Which warehouse ships the goods?',
  };

  it('finds in the inbox what waits on the other, marked for whom', async () => {
    const { cast, drive } = scene;
    await drive.draft();
    await standsIn(partner, cast.owner);
    const [, en] = cardsOf(await stage.as(partner).type('/inbox'));
    expect(plain(en?.lead ?? '')).toMatch(/ · standing in for owner_/);
    const [, zh] = cardsOf(await stage.as(partner, 'zh').type('/inbox'));
    expect(plain(zh?.lead ?? '')).toMatch(/ · 代 owner_\S+ 处理$/);
    const [, own] = cardsOf(await stage.as(cast.owner).type('/inbox'));
    expect(plain(own?.lead ?? '')).not.toMatch(/standing in/);
  });

  it('is answered, told of and remembered with both names', async () => {
    const { cast, drive } = scene;
    const id = await drive.draft();
    await standsIn(partner, cast.owner);
    const voice = stage.as(partner);
    const inbox = await voice.type('/inbox');
    const [done] = cardsOf(await voice.press('Send request', inbox));
    expect(plain(done?.footer ?? '')).toMatch(/ · standing in for owner_/);
    const late = wordsOf(cardsOf(await stage.as(cast.owner).press('Send request', inbox))[0]);
    expect(late).toMatch(/Already decided by 吴桐 for owner_/);
    expect(wordsOf(cardsOf(await stage.as(cast.owner, 'zh').press('Send request', inbox))[0])).toMatch(
      /吴桐 代 owner_\S+已于/,
    );
    const history = wordsOf(cardsOf(await stage.as(cast.admin).type(`/report history ${id}`))[0]);
    expect(history).toMatch(/· 吴桐 for owner_/);
  });

  it('shows on the cards of staff who asks, who approved first and who has the case', async () => {
    const { cast, drive } = scene;
    const lead2 = await join('Lena', 'platform', 'STAFF_LEAD');
    const id = await drive.toReview();
    await drive.apply(id, cast.lead, { type: 'claim' });
    await standsIn(lead2, cast.lead);
    await drive.apply(id, lead2, question);
    const card = async (reader: Actor, locale: 'en' | 'zh' = 'en') => {
      const t = createTranslators()[locale];
      const person = { ...reader, displayName: reader.principalId };
      return wordsOf(
        await drawCase(stage.app, { locale, zone: 'UTC', t, person }, await drive.load(id), true),
      );
    };
    expect(await card(cast.owner)).toMatch(/Lena for lead: Which warehouse/);
    expect(await card(cast.owner, 'zh')).toMatch(/Lena 代 lead：Which warehouse/);
    await drive.apply(id, cast.owner, { type: 'answerInformation', answer: 'The one in Ningbo' });
    await drive.apply(id, lead2, { type: 'approve', unsure: true });
    expect(await card(cast.reviewer)).toMatch(/Lena for lead has approved/);
    expect(await card(cast.reviewer)).toMatch(/^Lena for lead$/m);
  });

  it('is hinted at with the first task, until that is done', async () => {
    const { cast, drive } = scene;
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    const voice = stage.as(cast.admin);
    const asked = await voice.type('/inbox');
    expect(labelsOf(asked)).toContain('Name a stand-in');
    expect(wordsOf(cardsOf(asked)[1])).toMatch(/your first task here/);
    expect(await voice.press('Name a stand-in', asked)).toMatchObject({ kind: 'form' });
    await drive.apply(id, cast.admin, { type: 'accept' });
    expect(labelsOf(await voice.type('/inbox'))).not.toContain('Name a stand-in');
  });
});
