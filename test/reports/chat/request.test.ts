import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { searchColumns } from '../../../src/directory/search/keys.ts';
import { tickDue } from '../../../src/reports/actions/tick.ts';
import { said } from '../../chat/talking.ts';
import { requestValues, seedPerson } from '../../support/cast.ts';
import { buttonsOf, formOf, labelsOf, openStage, type Stage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stack);
});
beforeEach(async () => {
  stage.clock.moveTo('2026-05-06T03:00:00Z');
  stage = { ...stage, ...(await stage.nextScene()) };
});
afterAll(() => stack.disposeAsync());

const initialOf = (reply: Parameters<typeof formOf>[0], name: string) => {
  const field = formOf(reply).fields.find((each) => each.name === name);
  return field && 'initial' in field ? field.initial : undefined;
};
const reports = () => stage.app.database.prisma.report.findMany({ where: { storeId: stage.cast.storeId } });

describe('/report new', () => {
  it.each(['QUOTATION', 'ONLINE_PAYMENT'])(
    'by the entrance %s is refused beside the choice, and leaves nothing but the refusal',
    async (entryChannel) => {
      const { as, cast, app } = stage;
      const owner = as(cast.owner);
      await owner.type(`/report new ${cast.providerId}`);
      const refused = await owner.submit({ ...requestValues(cast), entryChannel });
      expect(refused).toMatchObject({
        kind: 'field-errors',
        errors: {
          entryChannel:
            'This route is not counted in the assessment; please start again from the report entrance.',
        },
      });
      expect(await reports()).toEqual([]);
      expect(await app.database.prisma.formDraft.count({ where: { owner: cast.storeId } })).toBe(0);
      const events = await app.database.prisma.auditEvent.findMany({ where: { objectId: cast.storeId } });
      expect(events.map(({ action }) => action)).toEqual(['report.refused']);
    },
  );

  it('says what is blank on its own page, and reopens with what was typed', async () => {
    const { as, cast } = stage;
    const owner = as(cast.owner, 'zh');
    await owner.type(`/report new ${cast.providerId}`);
    const typed = { ...requestValues(cast), serviceItemIds: [], purchaseMonths: '18' };
    expect(await owner.submit(typed)).toMatchObject({
      kind: 'field-errors',
      errors: { serviceItemIds: expect.stringContaining('尚未填写') },
    });
    const again = await owner.type(`/report new ${cast.providerId}`);
    expect(initialOf(again, 'purchaseMonths')).toBe('18');
    // A colleague goes on where this one stopped: the store's people share the draft.
    expect(initialOf(await as(cast.member).type(`/report new ${cast.providerId}`), 'purchaseMonths')).toBe(
      '18',
    );
  });

  it('turns back without losing the page', async () => {
    const { as, cast } = stage;
    const owner = as(cast.owner);
    await owner.type(`/report new ${cast.providerId}`);
    await owner.submit(requestValues(cast));
    const back = await owner.submit({ contactOutOfChat: 'half a lin' }, 'back');
    expect(formOf(back).page).toBe('request');
    const last = await owner.submit(requestValues(cast));
    expect(initialOf(last, 'contactOutOfChat')).toBe('half a lin');
  });

  it('sent once more after its answer got lost makes no second report, and leaves no half of a draft', async () => {
    const { as, cast, app } = stage;
    const owner = as(cast.owner);
    await owner.type(`/report new ${cast.providerId}`);
    const last = await owner.submit(requestValues(cast));
    await owner.submit(requestValues(cast));
    const again = await owner.submit(requestValues(cast), 'submit', last);
    expect(said(again)).toContain('has been put on record already');
    expect(await reports()).toHaveLength(1);
    expect(await app.database.prisma.formDraft.count({ where: { owner: cast.storeId } })).toBe(0);
  });

  it('of a part of a name finds the provider, and of an unknown one says what to do', async () => {
    const { as, cast, app } = stage;
    const { searchName, searchKeys } = searchColumns('杭州星海', '杭州星海有限公司');
    await app.database.prisma.organisation.update({
      where: { id: cast.providerId },
      data: { name: '杭州星海', searchName, searchKeys: [...searchKeys] },
    });
    const owner = as(cast.owner);
    expect(formOf(await owner.type('/report new 星海')).title).toBe('Cooperation request');
    const unknown = await owner.type('/report new Nobody Ltd');
    expect(said(unknown)).toContain('There is no provider “Nobody Ltd”');
    expect(said(unknown)).toContain('/provider search');
  });

  it('without a name shows the providers that the store knows', async () => {
    const { as, cast, drive } = stage;
    const owner = as(cast.owner);
    expect(said(await owner.type('/report new'))).toContain('/provider search');
    await drive.draft();
    const [known = ''] = labelsOf(await owner.type('/report new'));
    expect(known).toContain('远帆');
    expect(formOf(await owner.press(known)).page).toBe('request');
  });

  it('asks which store, where somebody has several', async () => {
    const { as, cast, app } = stage;
    const { cast: other } = await stage.nextScene();
    await seedPerson(app.database.prisma, {
      id: cast.owner.principalId,
      name: 'owner',
      organisationId: other.storeId,
      role: 'STORE_OWNER',
    });
    const owner = as(cast.owner);
    const second = `Aurora ${other.storeId.slice(3)}`;
    expect(labelsOf(await owner.type(`/report new ${cast.providerId}`))).toContain(second);
    await owner.press(second);
    await owner.submit({ ...requestValues(cast) });
    await owner.submit({ ...requestValues(cast) });
    expect(await app.database.prisma.report.count({ where: { storeId: other.storeId } })).toBe(1);
  });

  it('is for people of stores', async () => {
    const { as, cast } = stage;
    expect(said(await as(cast.admin).type(`/report new ${cast.providerId}`))).toContain(
      'store owner or store member',
    );
  });
});

describe('a draft', () => {
  it('reopens filled in, and is changed without becoming another', async () => {
    const { as, cast, drive } = stage;
    const id = await drive.draft();
    const owner = as(cast.owner);
    await owner.type('/report show');
    const opened = await owner.press('Edit');
    expect(initialOf(opened, 'serviceScope')).toEqual(['OPERATIONS']);
    expect(formOf(opened).fields.map(({ name }) => name)).not.toContain('entryChannel');
    const second = await owner.submit({ ...requestValues(cast), purchaseMonths: '24' });
    expect(initialOf(second, 'contactOutOfChat')).toBe('owner@aurora.example');
    expect(said(await owner.submit(requestValues(cast)))).toContain('24 months');
    expect((await drive.load(id)).report.request.purchaseMonths).toBe(24);
    expect(await reports()).toHaveLength(1);
  });

  it('is prepared by a member, who is told who sends it', async () => {
    const { as, cast } = stage;
    const member = as(cast.member);
    await member.type(`/report new ${cast.providerId}`);
    await member.submit(requestValues(cast));
    const draft = await member.submit(requestValues(cast));
    const send = buttonsOf(draft).find(({ label }) => label === 'Send request');
    expect(send?.disabledBecause).toContain('store owner');
    expect(said(await member.press('Send request'))).toContain('store owner');
    expect(said(await as(cast.owner).type('/inbox'))).toContain('not sent yet');
  });

  it('is nobody else’s before it is sent', async () => {
    const { as, cast, drive } = stage;
    const id = await drive.draft();
    expect(said(await as(cast.admin).type(`/report show ${id}`))).toContain(`I know no report ${id}`);
    expect(said(await as(cast.admin).type('/report list'))).not.toContain(id);
  });
});

describe('the same once more', () => {
  it('copies what was declined, from today on, to the same or another provider', async () => {
    const { as, cast, drive, clock } = stage;
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    await drive.apply(id, cast.admin, { type: 'decline', reasonCode: 'NO_CAPACITY', text: '' });
    clock.moveTo('2026-07-10T03:00:00Z');
    const owner = as(cast.owner);
    const shown = await owner.type(`/report show ${id}`);
    const other = labelsOf(shown).find((label) => label.startsWith('远帆')) ?? '';
    expect(said(shown)).toContain('Others who offer such a service');
    expect(labelsOf(await owner.press(other, shown))).toContain('Request cooperation');
    const opened = await owner.press('Copy to a new request', shown);
    expect(initialOf(opened, 'reportingStart')).toBe('2026-07-10');
    expect(initialOf(opened, 'serviceScope')).toEqual(['OPERATIONS']);
  });

  it('renews what comes to its end: a full request that names it, and a form that starts from it', async () => {
    const { as, cast, drive, clock } = stage;
    const id = await drive.toReview();
    await drive.apply(id, cast.reviewer, { type: 'approve' });
    clock.moveTo('2027-04-01T03:00:00Z');
    await tickDue(stage.app);
    const owner = as(cast.owner);
    const opened = await owner.type('/report renew');
    expect(initialOf(opened, 'reportingStart')).toBe('2027-06-01');
    const values = { ...requestValues(cast), purchaseStart: '2027-06-01', reportingStart: '2027-06-01' };
    const second = await owner.submit(values);
    expect(initialOf(second, 'renewsReportId')).toBe(id);
    await owner.submit({ ...values, renewsReportId: id });
    await owner.press('Send request');
    const admin = as(cast.admin);
    await admin.type('/report accept');
    const form = await admin.type('/report fill 2027-1');
    expect(said(form)).toContain('Your form');
    const fees = await admin.press('✓ Fees');
    expect(initialOf(fees, 'fixedFee')).toBe('12000.00');
    expect(initialOf(await admin.press('○ Contract', form), 'contractNo')).toBeUndefined();
  });
});
