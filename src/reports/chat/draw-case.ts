import type { App } from '../../app.ts';
import type { Card } from '../../chat/card.ts';
import type { Audience } from '../../delivery/view.ts';
import { type SimilarProvider, similarProviders } from '../../directory/search/similar.ts';
import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import type { Actor } from '../../people/principal.ts';
import { type ReminderState, reminderState } from '../../reminders/record/reminder-state.ts';
import { handoverOf } from '../handover/handover-record.ts';
import type { HandoverLine } from '../handover/items.ts';
import type { Case } from '../record/case.ts';
import { givenReason } from '../record/given-reason.ts';
import { reassignedIn } from '../record/reassigned.ts';
import { remindedReport } from '../record/reminded.ts';
import { type RevisionBefore, revisionBefore } from '../record/revision-before.ts';
import { awaitedFor } from '../record/stand-ins/stand-in.ts';
import { TERMINAL_STATES } from '../report.ts';
import { caseButtons } from './card/buttons.ts';
import { type CaseCardOptions, caseCard } from './card/case-card.ts';
import { handleOf } from './card/handle.ts';
import { similarButtons } from './card/similar.ts';
import { withStandInHint } from './card/stand-in-hint.ts';
import { handoverButtons } from './handover/handover-section.ts';
import { quietButtons } from './reminders/quiet-buttons.ts';
import { type Standpoint, standpointOf } from './who.ts';

type Reads = Pick<App, 'database' | 'clock'>;

/** A channel has many readers: it gets the buttons of any reviewer, and nothing that is confidential. */
const ANY_REVIEWER: Actor = {
  principalId: 'any-reviewer',
  memberships: [{ organisationId: PLATFORM_ORGANISATION, role: 'STAFF_REVIEWER' }],
};

/** The card of a case for one audience, with everything that this audience should read before it acts. */
export async function drawCase(app: Reads, audience: Audience, parties: Case, asked = false): Promise<Card> {
  const actor = audience.person ?? ANY_REVIEWER;
  const reader = audience.person ? standpointOf(parties, actor) : null;
  const [compared, reason, similar, reminder, handover, reassigned] = await Promise.all([
    comparedFor(app, reader, parties),
    givenReason(app, parties.report),
    similarFor(app, reader, parties),
    reminderFor(app, audience, parties),
    handoverFor(app, reader, parties),
    reader?.staff ? reassignedIn(app, parties.report) : null,
  ]);
  const now = app.clock.now();
  const whole = reader !== null && (asked || decidesOn(reader, parties));
  const awaited = audience.person ? awaitedFor(parties, actor) : [];
  const options: Omit<CaseCardOptions, 'buttons'> = {
    ...{ reader, whole, now, compared, reason, similar, reminder, handover, reassigned },
    me: audience.person?.principalId ?? null,
    awaitedFor: awaited,
  };
  const buttons = [
    ...caseButtons({ ...audience, actor, now, whole, inChannel: reader === null }, parties),
    ...similarButtons(similar),
    ...handoverButtons({ ...audience, actor }, parties, handover),
    ...quietButtons(audience, (verb, data) => handleOf(parties.report, verb, data), { reminder, now }),
  ];
  const card = caseCard(audience, parties, { ...options, buttons });
  return withStandInHint(audience, card, { parties, reader: audience.person?.principalId ?? null });
}

/** Nobody should decide on what they have not been shown. */
const decidesOn = ({ store, staff }: Standpoint, { report }: Case): boolean =>
  (store && report.state === 'STORE_CONFIRM') || (staff && report.state === 'STAFF_REVIEW');

/** A case that waits for nobody reminds nobody. */
async function reminderFor(
  app: Reads,
  { person }: Audience,
  { report }: Case,
): Promise<ReminderState | null> {
  if (person === null || TERMINAL_STATES.includes(report.state) || report.state === 'DRAFT') return null;
  return reminderState(app, remindedReport(report.id), person.principalId);
}

async function handoverFor(
  app: Reads,
  reader: Standpoint | null,
  { report }: Case,
): Promise<readonly HandoverLine[]> {
  const ends = report.notice !== null || report.state === 'EXPIRED' || report.state === 'TERMINATED';
  return reader && ends ? handoverOf(app, report.id) : [];
}

async function comparedFor(
  app: Reads,
  reader: Standpoint | null,
  parties: Case,
): Promise<RevisionBefore | null> {
  return reader && decidesOn(reader, parties) ? revisionBefore(app, parties.report) : null;
}

async function similarFor(
  app: Reads,
  reader: Standpoint | null,
  { report, storeCategories }: Case,
): Promise<readonly SimilarProvider[]> {
  if (!reader?.store || report.state !== 'DECLINED') return [];
  const wanted = { scopes: report.request.serviceScope, categories: storeCategories };
  return similarProviders(app, { ...wanted, except: report.providerId });
}
