import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { said } from '../../chat/talking.ts';
import { cardsOf, formOf, labelsOf, openStage, type Stage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stack);
});
afterAll(() => stack.disposeAsync());

describe('the commands of the plan', () => {
  const VERBS =
    'new list show accept decline fill submit confirm return withdraw history attach renew notice export'.split(
      ' ',
    );

  it.each([
    ...VERBS.map((verb) => ['report', verb] as const),
    ['inbox', ''] as const,
    ...['queue', 'approve', 'assign'].map((verb) => ['staff', verb] as const),
  ])('/%s %s exists', (area, verb) => {
    expect(stage.registry.command(area, verb)).toBeDefined();
  });
});

describe('the report that is meant', () => {
  it.each(['CR-2026-000001', 'cr-2026-000001', '2026-1', '1', '０００００１', 'CR-1'])(
    'may be typed as %s',
    async (typed) => {
      const { as, cast, drive, app } = stage;
      if ((await app.database.prisma.report.count()) === 0) await drive.draft();
      expect(said(await as(cast.owner).type(`/report show ${typed}`))).toContain('CR-2026-000001');
    },
  );

  it('is the only one that fits, or is chosen', async () => {
    const { as, nextScene } = stage;
    const { cast, drive } = await nextScene();
    const requested = async (scope: string) => {
      const id = await drive.draft({ serviceScope: [scope], primaryOperator: 'NO' });
      await drive.apply(id, cast.owner, { type: 'request' });
      return id;
    };
    const admin = as(cast.admin);
    expect(said(await admin.type('/report accept'))).toContain(
      'no report of yours for which this is possible',
    );
    const first = await requested('DESIGN');
    const second = await requested('MARKETING');
    const choice = await admin.type('/report decline');
    expect(labelsOf(choice)).toEqual([second, first]);
    expect(formOf(await admin.press(first)).title).toBe('Decline');
    await admin.type(`/report accept ${second}`);
    expect(said(await admin.type('/report accept'))).toContain(`${first} · Accepted by the provider`);
  });

  it.each(['CR-2026-999999', 'nonsense'])('is unknown as %s', async (typed) => {
    expect(said(await stage.as(stage.cast.owner).type(`/report show ${typed}`))).toContain('/report list');
  });

  it('of others is not shown', async () => {
    const { as, nextScene } = stage;
    const { cast } = await nextScene();
    expect(said(await as(cast.owner).type('/report show 1'))).toContain('belongs to others');
  });
});

describe('a late click', () => {
  it('is told who decided what and when, and has the card drawn again', async () => {
    const { as, nextScene, app } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.toReview();
    const first = as(cast.reviewer);
    const late = as(cast.lead, 'zh');
    await first.type(`/report show ${id}`);
    const stale = await late.type(`/report show ${id}`);
    await first.press('Approve');
    const waiting = async () => (await app.queue.depths()).get('redraw') ?? 0;
    const before = await waiting();
    for (const label of ['通过', '不通过']) {
      const answer = said(await late.press(label, stale));
      expect(answer).toMatch(/reviewer_1已于 2026-05-06T03:00:00.000Z 处理：审核通过，待开始。/);
      expect(answer).toContain(`用 /report show ${id} 查看最新情况。`);
    }
    expect(await waiting()).toBeGreaterThan(before);
  });

  it('on a form that was open meanwhile closes it, and keeps what was typed', async () => {
    const { as, nextScene } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.toReview();
    const lead = as(cast.lead);
    await lead.type('/report return');
    await lead.type(`/report return ${id}`);
    await drive.apply(id, cast.reviewer, { type: 'claim' });
    const answer = await lead.submit({ field1: 'brands', text1: 'Which of the brands is it?' });
    expect(answer?.kind).toBe('closed');
    expect(said(answer)).toContain('Already decided by reviewer_1');
    const again = formOf(await lead.type(`/report return ${id}`)).fields.find(({ name }) => name === 'text1');
    expect(again).toMatchObject({ initial: 'Which of the brands is it?' });
  });
});

describe('words that the staff and the parties send', () => {
  it('are refused beside their input, and never hold a password', async () => {
    const { as, nextScene, app } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.toReview();
    const reviewer = as(cast.reviewer);
    await reviewer.type(`/report show ${id}`);
    await reviewer.press('Reject');
    const reason = { reasonCode: 'OTHER', ruleId: 'G6' };
    expect(await reviewer.submit({ ...reason, text: 'Too short' })).toMatchObject({
      errors: { text: 'Please write at least 20 characters.' },
    });
    const secret = 'The login is admin, password: Tmall#2026-Secret!';
    expect(await reviewer.submit({ ...reason, text: secret })).toMatchObject({
      errors: { text: expect.stringContaining('looks like a password') },
    });
    const drafts = await app.database.prisma.formDraft.findMany({
      where: { subject: id, form: 'report.reject' },
    });
    expect(JSON.stringify(drafts)).not.toContain('Secret');
    const text = 'Line one\u0000 of <!channel> @everyone ‮reversed *bold* 😀 and more.';
    expect(said(await reviewer.submit({ ...reason, text }))).toContain('Rejected');
    expect(said(await as(cast.owner).type(`/report show ${id}`))).toContain(
      '<!channel> @everyone ‮reversed *bold* 😀',
    );
  });
});

describe('/report notice', () => {
  it('shows every way to end it, alone, together, and back', async () => {
    const { as, nextScene, clock } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.toReview({ purchaseStart: '2026-05-06', reportingStart: '2026-05-06' });
    await drive.apply(id, cast.reviewer, { type: 'approve' });
    const owner = as(cast.owner);
    const ways = await owner.type('/report notice');
    expect(labelsOf(ways)).toEqual(['Give notice', 'Propose an end']);
    await owner.press('Propose an end');
    expect(said(await owner.submit({ date: '2026-09-01' }))).toContain('End proposed');
    const admin = as(cast.admin);
    expect(said(await admin.type('/inbox'))).toContain('an end is proposed and waits for the provider');
    expect(labelsOf(await admin.type('/report notice'))).toEqual([
      'Agree to the end',
      'Give notice',
      'Propose an end',
    ]);
    await admin.press('Give notice');
    expect(await admin.submit({ effectiveOn: '2026-05-20' })).toMatchObject({
      errors: { effectiveOn: expect.stringContaining('at least 30') },
    });
    await admin.submit({ effectiveOn: '2026-08-01' });
    await admin.type('/report notice');
    await admin.press('Take notice back');
    await owner.type('/inbox');
    expect(said(await owner.press('Agree to continue'))).toContain('Notice taken back');
    expect((await drive.load(id)).report.state).toBe('ACTIVE');
    clock.moveTo('2026-05-06T03:00:00Z');
  });
});

describe('/report export and history', () => {
  it('hand the case to its parties, the staff and auditors, and to nobody else', async () => {
    const { as, nextScene } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.toReview();
    const file = await as(cast.admin).type(`/report export ${id}`);
    if (file?.kind !== 'file') throw new Error('no file came');
    const document = JSON.parse(new TextDecoder().decode(file.bytes));
    expect(file.name).toBe(`${id}.json`);
    expect(document).toMatchObject({
      report: { id },
      revisions: [{ number: 1 }],
      confirmations: [{ revision: 1 }],
    });
    expect(said(await as(cast.helper).type(`/report export ${id}`))).toContain('store owner');
    const { cast: others } = await nextScene();
    expect(said(await as(others.owner).type(`/report export ${id}`))).toContain('belongs to others');
    const history = said(await as(cast.owner, 'zh').type(`/report history ${id}`));
    expect(history).toContain('店铺确认');
    expect(history).toContain('填写：费用');
  });
});

describe('evidence', () => {
  it('comes as a link in the command, or as files in a form, when it was asked for', async () => {
    const { as, nextScene } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.toReview();
    expect(said(await as(cast.admin).type(`/report attach ${id} https://files.example/a.pdf`))).toContain(
      'frozen',
    );
    await drive.apply(id, cast.reviewer, {
      type: 'askInformation',
      from: 'store',
      question: 'Where is the annex?',
    });
    const owner = as(cast.owner);
    expect(said(await owner.type(`/report attach ${id} https://files.example/Annex.pdf`))).toContain(
      'files.example/Annex.pdf',
    );
    expect(formOf(await owner.type('/report attach')).title).toBe('Attach evidence');
    expect(await owner.submit({ evidenceLink: 'ftp://files.example/x' })).toMatchObject({
      errors: { evidenceLink: expect.stringContaining('https://') },
    });
    const file = {
      platform: 'slack',
      id: 'F7',
      name: 'annex.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 60,
    };
    expect(await owner.submit({ evidence: [file] })).toMatchObject({
      errors: { evidence: 'annex.pdf is already attached to this report. Nothing more to do.' },
    });
  });
});

describe('what a store will have to tick', () => {
  it('is shown before the form, and each box is asked for by itself', async () => {
    const { as, nextScene } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    await drive.apply(id, cast.admin, { type: 'accept' });
    await drive.fill(id, {
      'QS03.target': '',
      'QS03.naReason': 'The store ships by itself.',
      'QS08.remedy': 'NONE',
    });
    await drive.submit(id);
    const owner = as(cast.owner);
    const card = said(await owner.type('/inbox'));
    expect(card).toContain('QS03: does not apply – The store ships by itself.');
    expect(card).toContain('QS08: no remedy');
    await owner.press('Confirm');
    expect(await owner.submit({ naTicks: ['QS03:NA'], typedName: '' })).toMatchObject({
      errors: { naTicks: expect.stringContaining('QS08: no remedy'), typedName: expect.any(String) },
    });
    expect(said(await owner.submit({ naTicks: ['QS03:NA', 'QS08:NONE'], typedName: 'Olivia' }))).toContain(
      'Confirmed',
    );
  });
});

describe('what a blank will cost', () => {
  it('is said to the provider before it submits, and stands in the way where it must', async () => {
    const { as, nextScene } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    await drive.apply(id, cast.admin, { type: 'accept' });
    await drive.fill(id, { 'QS03.target': '' });
    const admin = as(cast.admin, 'zh');
    const ready = await admin.type(`/report fill ${id}`);
    expect(said(ready)).toContain('如因发货延迟产生纠纷，由贵方承担全部责任');
    expect(cardsOf(ready)[0]?.actions?.[0]).toMatchObject({
      disabledBecause: '还有 1 处未填好，请打开表单查看。',
    });
    expect(said(await admin.type(`/report submit ${id}`))).toContain('如因发货延迟产生纠纷');
    await admin.press('○ 服务质量标准：服务');
    await admin.submit({ 'QS03.target': '96' });
    const done = said(await admin.type(`/report submit ${id}`));
    expect(done).toContain('提交店铺确认');
  });
});
