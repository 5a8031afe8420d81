import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { REPORT_VIEW } from '../../../src/reports/actions/told.ts';
import { reportViews } from '../../../src/reports/chat/view.ts';
import { inboxOf } from '../../../src/reports/record/listing.ts';
import { said } from '../../chat/talking.ts';
import { cardsOf, labelsOf, openStage, type Stage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stack);
});
afterAll(() => stack.disposeAsync());

describe('/inbox', () => {
  it.each([
    ['owner', 'en', '/provider search'],
    ['admin', 'en', '/provider items'],
    ['helper', 'zh', '没有待办'],
    ['reviewer', 'zh', '/staff queue'],
  ] as const)('with nothing in it says to the %s in %s what to do next', async (role, locale, next) => {
    const empty = await stage.as(stage.cast[role], locale).type('/inbox');
    expect(said(empty)).toContain(next);
  });

  it('shows what waits, most urgent first, each with its buttons, and turns its pages', async () => {
    const { as, clock, nextScene } = stage;
    const { cast, drive } = await nextScene();
    const ids: string[] = [];
    for (const [index, scope] of [
      'DESIGN',
      'MARKETING',
      'TECHNOLOGY',
      'LIVE_CONTENT',
      'CUSTOMER_SERVICE',
      'OPERATIONS',
    ].entries()) {
      clock.moveTo(`2026-05-06T0${9 - index}:00:00Z`);
      const id = await drive.draft({ serviceScope: [scope], primaryOperator: 'NO' });
      await drive.apply(id, cast.owner, { type: 'request' });
      ids.unshift(id);
    }
    const admin = as(cast.admin);
    const first = await admin.type('/inbox');
    expect(said(first)).toContain('6 things wait for you');
    expect(
      cardsOf(first)
        .slice(1)
        .map(({ title }) => title.slice(0, 14)),
    ).toEqual(ids.slice(0, 5));
    expect(labelsOf(first).filter((label) => label === 'Accept')).toHaveLength(5);
    const second = await admin.press('More…');
    expect(
      cardsOf(second)
        .slice(1)
        .map(({ title }) => title.slice(0, 14)),
    ).toEqual(ids.slice(5));
    clock.moveTo('2026-05-06T03:00:00Z');
  });

  it('holds a second approval out to the lead, not to whoever gave the first', async () => {
    const { as, nextScene, app } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.toReview({
      exceptionCodes: ['TRIAL'],
      exceptionText: 'A trial of three months first.',
      reportingMonths: '3',
    });
    await drive.apply(id, cast.reviewer, { type: 'claim' });
    await drive.apply(id, cast.reviewer, { type: 'approve' });
    const waits = async (actor: typeof cast.lead) =>
      (await inboxOf(app, actor, { limit: 50, offset: 0 })).map((line) => line.id).includes(id);
    expect(await waits(cast.lead)).toBe(true);
    expect(await waits(cast.reviewer)).toBe(false);
    expect(await waits(cast.secondReviewer)).toBe(false);
    const shown = said(await as(cast.lead).type(`/report show ${id}`));
    expect(shown).toContain('reviewer_1 has approved. A second person has to approve as well.');
    expect(shown).toContain('A trial of three months first.');
  });
});

describe('the home page', () => {
  it('is the inbox, is remembered, and is drawn again as it stands then', async () => {
    const { as, nextScene, app } = stage;
    const { cast, drive } = await nextScene();
    const owner = as(cast.owner);
    expect(said(await owner.home())).toContain('Nothing waits for you');
    await owner.home();
    const subject = `inbox:${cast.owner.principalId}`;
    const [home, ...others] = await app.database.prisma.postedCard.findMany({ where: { subject } });
    expect(others).toEqual([]);
    expect(home).toMatchObject({
      message: 'home',
      view: 'inbox',
      channel: cast.owner.principalId,
      live: true,
    });
    await drive.draft();
    const view = reportViews.find(({ name }) => name === 'inbox');
    const { en: t } = createTranslators();
    const audience = { locale: 'en', zone: 'Asia/Shanghai', t } as const;
    const mine = { ...audience, person: { ...cast.owner, displayName: 'owner' } };
    const cards = (await view?.draw(app, mine, subject)) ?? [];
    expect(said({ kind: 'cards', cards: [...cards].map(({ actions: _, ...card }) => card) })).toContain(
      'Draft · not sent yet',
    );
    const others2 = { ...audience, person: { ...cast.admin, displayName: 'admin' } };
    expect(await view?.draw(app, others2, subject)).toBeNull();
  });
});

describe('what somebody types', () => {
  it.each(['looks good', 'OK!', '同意', '好的', 'approved', '不同意，请修改'])(
    'under a card (“%s”) decides nothing; the buttons are offered privately',
    async (text) => {
      const { as, nextScene, app } = stage;
      const { cast, drive } = await nextScene();
      const id = await drive.draft();
      await drive.apply(id, cast.owner, { type: 'request' });
      await app.database.prisma.postedCard.create({
        data: {
          ...{ id: `crd_${id}`, platform: 'slack', workspace: 'T1', channel: `D-${cast.admin.principalId}` },
          ...{ message: '17.1', view: REPORT_VIEW, subject: id, principalId: cast.admin.principalId },
          ...{ locale: 'en', drawnHash: '', postedAt: app.clock.now() },
        },
      });
      const admin = as(cast.admin);
      const answer = await admin.write(text, { thread: '17.1' });
      expect(said(answer)).toContain('I do not decide from what is typed');
      expect(labelsOf(answer)).toContain('Accept');
      expect((await drive.load(id)).report.state).toBe('REQUESTED');
      await app.database.prisma.postedCard.delete({ where: { id: `crd_${id}` } });
    },
  );

  it('in a direct message that reads like an answer is answered with what waits', async () => {
    const { as, nextScene } = stage;
    const { cast, drive } = await nextScene();
    await drive.draft();
    expect(labelsOf(await as(cast.owner, 'zh').write('同意'))).toContain('发出申请');
  });

  it('otherwise is answered with what helps; in a channel, with silence', async () => {
    const { as, cast } = stage;
    expect(said(await as(cast.helper).write('Good morning'))).toContain('/inbox');
    expect(
      await as(cast.reviewer).write('I would look at that one', { direct: false, thread: '99.1' }),
    ).toBeNull();
    expect(await as(cast.reviewer).write('approved', { direct: false, thread: '99.1' })).toBeNull();
  });
});
