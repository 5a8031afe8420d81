import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { plain } from '../../../src/chat/text.ts';
import { choiceValue } from '../../../src/people/delegation/chat/page.ts';
import { delegationView } from '../../../src/people/delegation/chat/view.ts';
import type { Actor } from '../../../src/people/principal.ts';
import { cardsOf, formOf, labelsOf, openStage, type Stage } from '../../reports/chat/support/stage.ts';
import { seedPerson } from '../../support/cast.ts';

describe('/delegate', () => {
  const stack = new AsyncDisposableStack();
  let stage: Stage;
  let owner: Actor;
  let partner: Actor;
  beforeAll(async () => {
    stage = await openStage(stack);
  });
  afterAll(() => stack.disposeAsync());

  beforeEach(async () => {
    const { cast } = await stage.nextScene();
    owner = cast.owner;
    const id = `${cast.storeId}_partner`;
    partner = await seedPerson(stage.app.database.prisma, {
      id,
      name: '吴桐',
      organisationId: cast.storeId,
      role: 'STORE_OWNER',
    });
    const account = { platform: 'slack', workspace: 'T1', userId: id, principalId: id };
    await stage.app.database.prisma.chatAccount.create({
      data: { ...account, linkedAt: stage.clock.now() },
    });
  });

  const atStore = (delegate: string | null) =>
    choiceValue({
      organisationId: owner.memberships[0]?.organisationId ?? '',
      role: 'STORE_OWNER',
      delegate,
    });
  const holiday = (changes = {}) => ({
    delegate: atStore(partner.principalId),
    from: '2026-05-06',
    until: '2026-05-18',
    report: '',
    reason: 'Holiday',
    ...changes,
  });
  const opened = async () => {
    const voice = stage.as(owner);
    await voice.type('/delegate');
    const form = formOf(await voice.press('Name a stand-in'));
    return { voice, form };
  };

  it('offers the people of the same organisation with the same role, and to be away', async () => {
    const { form } = await opened();
    const [field] = form.fields;
    expect(field?.kind === 'choice' ? field.options.map(({ label }) => label) : []).toEqual([
      expect.stringMatching(/^吴桐 · store owner at Aurora/),
      'Nobody: I am away',
    ]);
  });

  it('sets a stand-in, lists it for both, and ends it with a button', async () => {
    const { voice } = await opened();
    const [set] = cardsOf(await voice.submit(holiday()));
    expect(set?.title).toMatch(/^吴桐 stands in for /);
    const listed = await stage.as(partner, 'zh').type('/delegate');
    expect(cardsOf(listed)[0]?.sections?.[0]?.title).toBe('我代理的同事');
    const mine = await voice.type('/delegate');
    const [ended] = cardsOf(await voice.press('End now: 吴桐', mine));
    expect(plain(ended?.lead ?? '')).toMatch(/^Ended by owner/);
    expect(labelsOf(await voice.type('/delegate'))).toEqual(['Name a stand-in']);
    expect(await voice.press('End now: 吴桐', mine)).toMatchObject({
      card: { sections: [{ body: 'This is over already.' }] },
    });
  });

  it('says that somebody is away, with nobody in their place', async () => {
    const { voice } = await opened();
    const [set] = cardsOf(await voice.submit(holiday({ delegate: atStore(null) })));
    expect(set?.title).toMatch(/ is away$/);
  });

  it.each([
    ['nobody chosen', { delegate: '' }, 'delegate', /Choose who stands in/],
    ['something made up', { delegate: 'x|STORE_OWNER|y' }, 'delegate', /do not have this role/],
    ['a day that is over', { from: '2026-05-05' }, 'from', /This day is over/],
    ['an end before it begins', { until: '2026-05-06' }, 'until', /must be later/],
    ['too long a time', { until: '2026-09-01' }, 'until', /at most 90 days/],
    ['a report that does not exist', { report: 'CR-2026-999999' }, 'report', /not a report of your/],
    ['no reason', { reason: ' ' }, 'reason', /Say why/],
  ])('refuses %s beside the field', async (_case, changes, field, text) => {
    const { voice } = await opened();
    const answer = await voice.submit(holiday(changes));
    expect(answer).toMatchObject({ kind: 'field-errors', errors: { [field]: expect.stringMatching(text) } });
  });

  it('refuses what is set already, in Chinese to who reads Chinese', async () => {
    const { voice } = await opened();
    await voice.submit(holiday());
    const again = stage.as(owner, 'zh');
    await again.type('/delegate');
    await again.press('指定代理人');
    expect(await again.submit(holiday())).toMatchObject({
      errors: { from: expect.stringMatching(/^同样的待办在 .+ 至 .+ 已有安排/) },
    });
  });

  it('keeps what was typed when it was refused', async () => {
    const { voice } = await opened();
    await voice.submit(holiday({ reason: '' }));
    const { form } = await opened();
    expect(form.fields.find(({ name }) => name === 'until')).toMatchObject({ initial: '2026-05-18' });
  });

  it('tells both how it stands, and nobody else', async () => {
    const { voice } = await opened();
    await voice.submit(holiday({ from: '2026-05-07' }));
    const { database } = stage.app;
    const set = await database.prisma.delegation.findFirst({ where: { delegatorId: owner.principalId } });
    const seenBy = async (actor: Actor) => {
      const audience = { locale: 'en', zone: 'UTC', t: createTranslators().en } as const;
      const person = { ...actor, displayName: actor.principalId };
      const cards = await delegationView.draw(stage.app, { ...audience, person }, set?.id ?? '');
      return cards && plain(cards[0]?.lead ?? '');
    };
    expect(await seenBy(partner)).toBe('Begins on 2026-05-06T16:00:00.000Z');
    stage.clock.moveTo('2026-05-08T00:00:00Z');
    expect(await seenBy(owner)).toBe('In force until 2026-05-17T16:00:00.000Z');
    stage.clock.moveTo('2026-05-18T00:00:00Z');
    expect(await seenBy(owner)).toBe('Over since 2026-05-17T16:00:00.000Z');
    expect(await seenBy(stage.cast.admin)).toBeNull();
    stage.clock.moveTo('2026-05-06T03:00:00Z');
  });

  it('is not for auditors, who have no tasks', async () => {
    const id = 'prn_auditor';
    const auditor = await seedPerson(stage.app.database.prisma, {
      ...{ id, name: 'Auditor', organisationId: 'platform', role: 'AUDITOR' },
    });
    await stage.app.database.prisma.chatAccount.createMany({
      skipDuplicates: true,
      data: [
        { platform: 'slack', workspace: 'T1', userId: id, principalId: id, linkedAt: stage.clock.now() },
      ],
    });
    expect(await stage.as(auditor).type('/delegate')).toMatchObject({ card: { tone: 'warning' } });
  });
});
