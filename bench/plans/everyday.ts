import type { App } from '../../src/app.ts';
import { createRegistry } from '../../src/chat/commands/registry.ts';
import { createTranslators } from '../../src/chat/messages/translators.ts';
import { createConversations } from '../../src/chat/router/conversations.ts';
import type { DeliveryDeps } from '../../src/delivery/deps.ts';
import { deliver } from '../../src/delivery/send/deliver.ts';
import { redraw } from '../../src/delivery/standing/redraw.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { applyEvent } from '../../src/reports/actions/apply.ts';
import { alreadyDecided } from '../../src/reports/actions/stale.ts';
import { tickDue } from '../../src/reports/actions/tick.ts';
import { REPORT_VIEW } from '../../src/reports/actions/told.ts';
import { CARD_VIEWS, VOCABULARIES } from '../../src/vocabularies.ts';
import { FakePort } from '../../test/delivery/fake-port.ts';
import type { Cast } from '../../test/support/cast.ts';
import type { Explained } from './explained.ts';

interface Person {
  readonly principalId: string;
  readonly userId: string;
}

/** What runs on a click, a command and a tick, once each; `reportId` waits for the cast's reviewer. */
export async function everyday(app: App, cast: Cast, reportId: string, explained: Explained): Promise<void> {
  const defaults = { locale: 'en' as const, zone: 'Asia/Shanghai', translators: createTranslators() };
  const registry = createRegistry(VOCABULARIES);
  const conversations = createConversations({ app, registry, defaults });
  const people = await linked(app, cast);
  let requests = 0;
  const from = ({ userId }: Person) => {
    requests += 1;
    const account = { platform: 'slack' as const, workspace: 'T1', userId };
    return { key: `plan-${requests}`, account, place: { channel: `D${userId}`, direct: true, token: {} } };
  };
  for (const [who, line] of commands(people, reportId)) {
    explained.step(`${line} (${who.principalId})`);
    const [area = '', ...rest] = line.slice(1).split(' ');
    await conversations.handle({ ...from(who), kind: 'command', area, text: rest.join(' ') });
  }
  explained.step('home');
  await conversations.handle({ ...from(people.owner), kind: 'home' });
  explained.step('a typed word under a card');
  await conversations.handle({ ...from(people.owner), kind: 'message', text: 'ok', thread: 'm5_1' });
  explained.step('a click on an old button');
  await conversations.handle({ ...from(people.owner), kind: 'click', handle: 'act_5_1' });
  explained.step('recovery');
  await conversations.recover({ olderThan: app.clock.now(), answer: async () => {} });
  explained.step('tick');
  await tickDue(app);
  await decided(app, cast, reportId, explained);
  await delivered({ app, defaults, views: new Map(CARD_VIEWS.map((view) => [view.name, view])) }, cast, {
    reportId,
    explained,
  });
}

type People = Readonly<Record<'owner' | 'admin' | 'reviewer' | 'lead', Person>>;

async function linked(app: App, cast: Cast): Promise<People> {
  const person = async ({ principalId }: { readonly principalId: string }): Promise<Person> => {
    const userId = `U_${principalId}`;
    await app.database.query(Prisma.sql`
      INSERT INTO chat_account VALUES ('slack', 'T1', ${userId}, ${principalId}, now()) ON CONFLICT DO NOTHING`);
    return { principalId, userId };
  };
  return {
    owner: await person(cast.owner),
    admin: await person(cast.admin),
    reviewer: await person(cast.reviewer),
    lead: await person(cast.lead),
  };
}

const commands = (
  { owner, admin, reviewer, lead }: People,
  reportId: string,
): readonly (readonly [Person, string])[] => [
  [owner, '/inbox'],
  [admin, '/inbox'],
  [reviewer, '/inbox'],
  [lead, '/inbox'],
  [owner, '/report list'],
  [admin, '/report list'],
  [reviewer, '/report list'],
  [reviewer, '/report list STAFF_REVIEW'],
  [owner, `/report show ${reportId}`],
  [owner, `/report history ${reportId}`],
  [owner, '/report new'],
  [reviewer, '/staff queue'],
  [lead, '/staff queue'],
  [reviewer, '/staff approve'],
  [lead, `/staff assign ${reportId}`],
  [lead, '/staff invite'],
  [lead, '/staff dead-letters'],
  [owner, '/provider search 远帆'],
  [owner, '/whoami'],
  [owner, `/report urgent ${reportId}`],
  [owner, '/delegate'],
  [reviewer, '/delegate'],
  [lead, '/staff digest'],
  [lead, '/staff digest last'],
  [admin, '/rating show'],
  [owner, '/rating show 远帆'],
  [admin, '/rating why'],
  [owner, '/rating survey'],
];

async function decided(app: App, cast: Cast, reportId: string, explained: Explained): Promise<void> {
  const input = { reportId, stateSeq: null, requestId: null, channel: 'slack' };
  explained.step('a decision');
  await applyEvent(app, { ...input, actor: cast.reviewer }, { type: 'claim' });
  await applyEvent(app, { ...input, actor: cast.reviewer }, { type: 'approve' });
  explained.step('a late click');
  await alreadyDecided(app, reportId, 2);
}

interface Delivered {
  readonly reportId: string;
  readonly explained: Explained;
}

async function delivered(
  parts: Pick<DeliveryDeps, 'app' | 'defaults' | 'views'>,
  cast: Cast,
  { reportId, explained }: Delivered,
): Promise<void> {
  const deps: DeliveryDeps = { ...parts, ports: new Map([['slack', new FakePort()]]), staffChannels: [] };
  const { principalId } = cast.owner;
  const message = {
    view: REPORT_VIEW,
    subject: reportId,
    stateSeq: 1,
    rule: 'bench',
    receiver: { kind: 'person' as const, principalId },
  };
  await parts.app.database.query(Prisma.sql`
    INSERT INTO delivery (key, subject, state_seq, rule, receiver, recorded_at)
    VALUES ('bench', ${reportId}, 1, 'bench', ${principalId}, now())`);
  explained.step('a delivery');
  await deliver(deps, { key: 'bench', message }, false);
  explained.step('a redrawing');
  await redraw(deps, { subjects: [reportId, `inbox:${principalId}`] });
}
