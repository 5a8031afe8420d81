import type { App } from '../../../src/app.ts';
import { CLOCK_ACTOR } from '../../../src/audit/payload.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { tickDue } from '../../../src/reports/actions/tick.ts';
import { addDays, today } from '../../../src/reports/periods.ts';
import { openCase, type Signals } from '../../../src/training/actions/improvement/open-case.ts';
import type { DemoClock } from '../clock.ts';
import { acting } from './actor.ts';
import { storeFigures } from './figures.ts';
import { type Filing, requestValues, revisionValues } from './filing.ts';
import { seedOpportunity } from './opportunity.ts';
import { seedOrganisations } from './organisations.ts';
import { ratingEvidence } from './ratings.ts';
import { PROVIDER_SIDE, SCENES, type Scene, STORE_SIDE, type Stage } from './scenes.ts';
import { seedServices } from './services.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONE = 'Asia/Shanghai';

/**
 * Fills an empty record with the demo: the cast, and one report in each main state, taken there by the real actions at
 * plausible times. Does nothing to a record that has organisations. The clock is back where it was afterwards.
 */
export async function seedDemo(app: App, clock: DemoClock): Promise<boolean> {
  if ((await app.database.prisma.organisation.count()) > 0) return false;
  const start = clock.now();
  await seedOrganisations(app.database.prisma, start);
  await app.database.change(storeFigures(start));
  for (const [index, scene] of SCENES.entries()) {
    clock.moveTo(new Date(start.getTime() - scene.daysAgo * DAY_MS));
    await play(app, clock, { scene, index, firstDay: today(start, ZONE) });
  }
  clock.moveTo(new Date(start.getTime() - 2 * HOUR_MS));
  await tickDue(app);
  await seedServices(app, today(start, ZONE));
  clock.moveTo(start);
  await tickDue(app);
  await seedOpportunity(app);
  await app.database.change(ratingEvidence(start));
  await openCase(app, SILENT);
  await forgetOldMessages(app);
  return true;
}

/** Somebody for `/staff improvement` to talk with. */
const SILENT: Signals = {
  providerId: 'prv_brightbridge',
  signals: ['no-login'],
  source: 'demo',
  by: CLOCK_ACTOR,
};

/** What was owed on the way is long read: everybody gets the card of each case as it stands, once. */
async function forgetOldMessages({ database }: App): Promise<void> {
  await database.query(Prisma.sql`
    DELETE FROM delivery old USING delivery newer
    WHERE newer.subject = old.subject AND newer.receiver = old.receiver AND newer.state_seq > old.state_seq`);
}

interface Playing {
  readonly scene: Scene;
  readonly index: number;
  readonly firstDay: string;
}

async function play(app: App, clock: DemoClock, { scene, index, firstDay }: Playing): Promise<void> {
  const act = acting(app);
  const [store, provider] = [STORE_SIDE[scene.store], PROVIDER_SIDE[scene.provider]];
  const filing = filingOf(scene, index, firstDay);
  const later = (hours: number) => clock.moveTo(new Date(clock.now().getTime() + hours * HOUR_MS));
  const id = await act.draft(store.id, provider.id, store.owner, requestValues(filing));
  const signedOn = addDays(today(clock.now(), ZONE), -3);
  const steps: readonly (readonly [Stage, () => Promise<unknown>])[] = [
    ['requested', () => act.apply(id, store.owner, { type: 'request' })],
    ['filling', () => act.apply(id, provider.admin, { type: 'accept' })],
    ['confirming', () => act.fill(id, provider.admin, revisionValues(filing, signedOn))],
    ['confirming', () => act.attach(id, provider.admin)],
    ['confirming', () => act.submit(id, provider.admin)],
    ['reviewing', () => act.confirm(id, store.owner, store.name)],
    ['approved', () => act.apply(id, 'pr_wangfang', { type: 'approve' })],
  ];
  for (const [stage, step] of steps) {
    if (STAGES.indexOf(stage) > STAGES.indexOf(scene.stage)) break;
    later(2);
    await step();
  }
  const daysLater = (days: number) => later(days * 24);
  await tickThrough(app, clock, { scene, daysLater });
  await scene.ending?.({
    act,
    id,
    owner: store.owner,
    admin: provider.admin,
    today: firstDay,
    later,
    daysLater,
  });
}

const STAGES: readonly Stage[] = ['draft', 'requested', 'filling', 'confirming', 'reviewing', 'approved'];

/** A cooperation that has begun by today begins on its day. */
async function tickThrough(
  app: App,
  clock: DemoClock,
  { scene, daysLater }: { readonly scene: Scene; readonly daysLater: (days: number) => void },
): Promise<void> {
  if (scene.stage !== 'approved' || scene.startsIn >= 0) return;
  const back = clock.now();
  daysLater(scene.daysAgo + scene.startsIn + 1);
  await tickDue(app);
  clock.moveTo(back);
}

function filingOf(scene: Scene, index: number, firstDay: string): Filing {
  const [store, provider] = [STORE_SIDE[scene.store], PROVIDER_SIDE[scene.provider]];
  const { items, scopes, months, primary } = scene;
  return {
    ...{ items, scopes, months, primary },
    storeContact: store.owner,
    providerContact: provider.admin,
    manager: provider.manager,
    category: store.category,
    brand: store.brand,
    start: addDays(firstDay, scene.startsIn),
    contractNo: `HT-${firstDay.slice(0, 4)}-${String(index + 1).padStart(3, '0')}`,
  };
}
