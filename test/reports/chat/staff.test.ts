import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { said } from '../../chat/talking.ts';
import { formOf, labelsOf, openStage, type Stage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stack);
});
afterAll(() => stack.disposeAsync());

const optionsOf = (reply: Parameters<typeof formOf>[0]) => {
  const [field] = formOf(reply).fields;
  return field?.kind === 'ticks' ? field.options : [];
};

describe('/staff approve', () => {
  it('offers what is green, with store, provider, period and hash; tells each result; leaves out what changed', async () => {
    const { as, cast, drive, nextScene } = stage;
    const green = await drive.toReview();
    const second = await nextScene();
    const changing = await second.drive.toReview();
    const third = await nextScene();
    const trial = {
      exceptionCodes: ['TRIAL'],
      exceptionText: 'A trial of three months first.',
      reportingMonths: '3',
    };
    const needsTwo = await third.drive.toReview(trial);

    const reviewer = as(cast.reviewer);
    const list = await reviewer.type('/staff approve');
    const options = optionsOf(list);
    expect(options.map(({ label }) => label.slice(0, 14)).sort()).toEqual([green, changing].sort());
    const { report } = await drive.load(green);
    expect(options.find(({ value }) => value.startsWith(green))).toMatchObject({
      value: `${green}:${report.stateSeq}:${report.revisionHash}`,
      label: `${green} · Aurora a × 远帆 a`,
      help: `2026-06-01 – 2027-05-31 · ${report.revisionHash?.slice(0, 8)}`,
    });

    expect(await reviewer.submit({ ticked: [] })).toMatchObject({ kind: 'field-errors' });
    await second.drive.apply(changing, cast.lead, { type: 'claim' });
    const done = await reviewer.submit({ ticked: options.map(({ value }) => value) });
    expect(said(done)).toContain('1 of 2 approved');
    expect(said(done)).toContain(`${changing}: Changed since the list was shown`);
    expect((await drive.load(green)).report.state).toBe('SCHEDULED');

    const forged = `${needsTwo}:${(await third.drive.load(needsTwo)).report.stateSeq}:x`;
    await reviewer.type('/staff approve');
    expect(said(await reviewer.submit({ ticked: [forged] }))).toContain('Changed since the list was shown');
    await second.drive.apply(changing, cast.reviewer, { type: 'approve' });
    const nothing = said(await as(cast.lead, 'zh').type('/staff approve'));
    expect(nothing).toContain('目前没有可以批量通过的报备');
    expect(nothing).toContain(`${needsTwo}: 需要两人审批（周期不足 12 个月）`);
  });

  it('is for the staff', async () => {
    expect(said(await stage.as(stage.cast.owner).type('/staff approve'))).toContain('staff reviewer');
  });
});

describe('/staff queue', () => {
  it('shows what waits, late and unclaimed, and hands it out', async () => {
    const { as, clock, nextScene } = stage;
    const { cast, drive } = await nextScene();
    const id = await drive.toReview();
    const reviewer = as(cast.reviewer);
    expect(labelsOf(await reviewer.type('/staff queue unclaimed'))).toContain('Take the case');
    expect(labelsOf(await reviewer.type('/staff queue'))).not.toContain('Assign');
    const lead = as(cast.lead);
    expect(labelsOf(await lead.type('/staff queue'))).toContain('Assign');
    expect(said(await lead.type(`/staff assign ${id} reviewer_2`))).toContain('Assigned');
    expect(said(await as(cast.secondReviewer).type('/staff queue mine'))).toContain(id);
    expect(said(await lead.type(`/staff assign ${id} nobody`))).toContain('reviewer_1');
    clock.moveTo('2026-05-20T03:00:00Z');
    const late = await lead.type('/staff queue late');
    expect(said(late)).toContain('late since');
    expect(said(await lead.press('Open'))).toContain('HT-2026-001');
    clock.moveTo('2026-05-06T03:00:00Z');
  });

  it('shows a lead what reached nobody, and sends it again', async () => {
    const { as, cast, app } = stage;
    const key = `CR-2026-000001/99/T3/${cast.owner.principalId}`;
    await app.database.query(Prisma.sql`
      INSERT INTO delivery (key, subject, state_seq, rule, receiver, recorded_at, failed_at, failure)
      VALUES (${key}, 'CR-2026-000001', 99, 'T3', ${cast.owner.principalId}, now(), now(), 'slack: channel_not_found')`);
    expect(said(await as(cast.reviewer).type('/staff queue'))).not.toContain('did not arrive');
    const lead = as(cast.lead);
    const queue = await lead.type('/staff queue');
    expect(said(queue)).toContain('CR-2026-000001 → owner_a');
    expect(said(await as(cast.owner).press('Send 1 again', queue))).toContain('staff lead');
    expect(said(await lead.press('Send 1 again'))).toContain('It is sent again');
    expect(said(await lead.press('Send 1 again', queue))).toContain('sent it again already');
    expect(await app.database.prisma.delivery.findUnique({ where: { key } })).toMatchObject({
      failedAt: null,
    });
    const [jobs] = await app.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'deliver' AND data->>'key' = ${key}`,
    );
    expect(jobs?.count).toBe(1);
  });

  it('names the platform of a channel or an account that a message did not reach', async () => {
    const { as, cast, app } = stage;
    const lost = ['channel:staff:discord', 'account:slack:T1:U9'].map((receiver) => ({
      ...{ key: `CR-2026-000002/7/T7/${receiver}`, subject: 'CR-2026-000002', stateSeq: 7, rule: 'T7' },
      ...{ receiver, recordedAt: app.clock.now(), failedAt: app.clock.now(), failure: 'discord: 50001' },
    }));
    await app.database.prisma.delivery.createMany({ data: lost });
    const queue = said(await as(cast.lead).type('/staff queue'));
    expect(queue).toContain('CR-2026-000002 → staff channel on Discord');
    expect(queue).toContain('CR-2026-000002 → account Slack · T1 · U9');
    await app.database.prisma.delivery.deleteMany({ where: { subject: 'CR-2026-000002' } });
  });

  it('of an auditor has no button that changes anything', async () => {
    const { as, cast, app, nextScene } = stage;
    const { drive } = await nextScene();
    await drive.toReview();
    await app.database.prisma.membership.updateMany({
      where: { principalId: cast.secondReviewer.principalId },
      data: { role: 'AUDITOR' },
    });
    const labels = labelsOf(await as(cast.secondReviewer).type('/staff queue'));
    expect(labels).toContain('Open');
    expect(labels.filter((label) => ['Take the case', 'Assign', 'Approve'].includes(label))).toEqual([]);
  });
});

it('/staff rules prints the numbers', async () => {
  const rules = said(await stage.as(stage.cast.helper, 'zh').type('/staff rules'));
  expect(rules).toContain('待店铺确认: 3 个工作日');
  expect(rules).toContain('并非官方数字');
});
