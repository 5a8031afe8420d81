import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { weeklyDigestView } from '../../../src/reports/digest/chat/view.ts';
import { said } from '../../chat/talking.ts';
import { cardsOf, openStage, type Stage } from '../chat/support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stack);
});
afterAll(() => stack.disposeAsync());

const isPng = (bytes: Uint8Array | undefined) =>
  Buffer.from(bytes ?? [])
    .subarray(1, 4)
    .toString('latin1') === 'PNG';

describe('/staff digest', () => {
  it('tells the running week in numbers, with the picture of the funnel', async () => {
    const { as, cast, clock, drive } = stage;
    // Monday 11:00 in Shanghai; one business day is 9 hours.
    clock.moveTo('2026-06-08T03:00:00Z');
    const request = { purchaseStart: '2026-07-01', reportingStart: '2026-07-01' };
    const id = await drive.draft(request);
    await drive.apply(id, cast.owner, { type: 'request' });
    clock.moveTo('2026-06-08T05:00:00Z');
    await drive.apply(id, cast.admin, { type: 'accept' });
    await drive.fill(id);
    clock.moveTo('2026-06-10T03:00:00Z');
    await drive.submit(id);
    await drive.apply(id, cast.owner, {
      type: 'returnByStore',
      comments: [{ field: 'contractNo', text: 'This is the old contract.' }],
    });
    clock.moveTo('2026-06-12T01:00:00Z');

    const reply = await as(cast.reviewer).type('/staff digest');
    expect(said(reply)).toBe(
      [
        'Digest of week 24, 2026',
        '2026-06-08 – 2026-06-14 (so far)',
        'Requested: 1',
        'Approved: 0',
        'Returned: 1 (by the store 1, by the staff 0)',
        'Lapsed: 0',
        'Messages that did not arrive: 0',
        'Open now',
        'Provider is filling in: 1 · under 3 days: 1',
        'Time that each side took',
        'Waiting for the provider to accept: 2.0 business hours (one case)',
        'Provider is filling in: 1.8 business days (one case)',
        'Waiting for the store to confirm: 0.0 business hours (one case)',
        'Why cases came back',
        'Contract number: one return',
        'Times count business hours of whoever had to act, without the pauses in which somebody else did. /staff queue late opens what is late.',
      ].join('\n'),
    );
    const [card] = cardsOf(reply);
    expect(card?.tone).toBe('neutral');
    expect(card?.image?.alt).toContain(
      'Requested 1; Filled in 1, median 2.0 days after the step before; Confirmed 0',
    );
    expect(isPng(card?.image?.png)).toBe(true);
  });

  it('says it of the last week, too, in Chinese', async () => {
    const { as, cast, clock } = stage;
    clock.moveTo('2026-06-16T01:00:00Z');
    const told = said(await as(cast.lead, 'zh').type('/staff digest last'));
    expect(told).toContain('2026 年第 24 周周报\n2026-06-08 – 2026-06-14\n新申请: 1');
    expect(told).toContain('退回修改: 1（店铺 1，小二 0）');
    expect(told).toContain('服务商填写中：1 份 · 3 至 7 天：1');
    expect(told).toContain('待服务商接受：中位数 2.0 个工作小时，九成在 2.0 个工作小时以内（1 份）');
    expect(told).toContain('退回原因\n合同编号：1 次');
  });

  it('warns of what is late and of what did not arrive', async () => {
    const { as, app, cast, clock } = stage;
    clock.moveTo('2026-06-30T01:00:00Z');
    await app.database.query(Prisma.sql`
      INSERT INTO delivery (key, subject, state_seq, rule, receiver, recorded_at, failed_at, failure)
      VALUES ('CR-2026-000001/9/T3/x', 'CR-2026-000001', 9, 'T3', 'x', now(), now(), 'slack: channel_not_found')`);
    const reply = await as(cast.reviewer).type('/staff digest');
    expect(cardsOf(reply)[0]?.tone).toBe('warning');
    expect(said(reply)).toContain('Provider is filling in: 1 · 1 late · 15 days and more: 1');
    expect(said(reply)).toContain('Messages that did not arrive: 1');
  });

  it('comes once more by the button of a lead when the channel could not be reached', async () => {
    const { as, app, cast } = stage;
    const key = 'week:2026-W24/0/weekly-digest/channel:staff';
    await app.database.query(Prisma.sql`
      INSERT INTO delivery (key, subject, state_seq, rule, view, receiver, recorded_at, failed_at, failure)
      VALUES (${key}, 'week:2026-W24', 0, 'weekly-digest', 'weekly-digest', 'channel:staff', now(), now(), 'slack: not_in_channel')`);
    const lead = as(cast.lead);
    const queue = await lead.type('/staff queue');
    expect(said(queue)).toContain('week:2026-W24 → staff channel');
    await lead.press('Send 1 again', queue);
    const [job] = await app.database.query<{ view: string }>(Prisma.sql`
      SELECT data->'message'->>'view' AS view FROM pgboss.job WHERE name = 'deliver' AND data->>'key' = ${key}`);
    expect(job).toEqual({ view: 'weekly-digest' });
  });

  it('says so when nothing happened', async () => {
    const { as, cast, clock } = stage;
    clock.moveTo('2027-03-02T01:00:00Z');
    const reply = await as(cast.reviewer).type('/staff digest');
    expect(said(reply)).toContain('(so far) · Nothing happened in this week.');
    expect(said(reply)).toContain('No case was moved on in this week.');
    expect(cardsOf(reply)[0]?.image).toBeUndefined();
  });

  it('is for the staff, in their channel as well', async () => {
    const { as, app, cast } = stage;
    expect(said(await as(cast.owner).type('/staff digest'))).toContain('staff reviewer');
    const reader = { locale: 'en', zone: 'Asia/Shanghai', t: createTranslators().en } as const;
    const owner = { ...cast.owner, displayName: 'Olivia' };
    expect(await weeklyDigestView.draw(app, { ...reader, person: owner }, 'week:2026-W24')).toBeNull();
    const [card] = (await weeklyDigestView.draw(app, { ...reader, person: null }, 'week:2026-W24')) ?? [];
    expect(card).toMatchObject({ title: 'Digest of week 24, 2026' });
    expect(await weeklyDigestView.draw(app, { ...reader, person: null }, 'week:2026-W99')).toBeNull();
  });
});
