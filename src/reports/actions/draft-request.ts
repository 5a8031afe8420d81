import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import type { Actor } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { assembleRequest } from '../fields/assemble-request.ts';
import type { FieldValues } from '../fields/field-values.ts';
import type { RequestFields } from '../fields/revision-fields.ts';
import { openDraft } from '../lifecycle/open-draft.ts';
import { today } from '../periods.ts';
import { type Counterparts, loadCounterparts, requestFacts } from '../record/counterparts.ts';
import { insertReport } from '../record/insert-report.ts';
import { nextReportId } from '../record/report-number.ts';
import { ENTRY_CHANNELS, type EntryChannel, type Report } from '../report.ts';
import { DEFAULT_RULES } from '../rules.ts';
import { inboxSubject } from './told.ts';

export interface DraftRequestInput {
  readonly storeId: string;
  readonly providerId: string;
  readonly entryChannel: EntryChannel;
  /** As typed. */
  readonly values: FieldValues;
  readonly actor: Actor;
  readonly requestId: string;
}

type Needs = Pick<App, 'database' | 'queue' | 'clock'>;

/**
 * T1: puts a store's request on record as a draft, with everything that it chose. Refused with `reports.wrong-entrance`
 * (kept as a refusal event and nothing else, G1), `fields.*` beside the inputs, or what recognition refuses (G5).
 */
export async function draftRequest(app: Needs, input: DraftRequestInput): Promise<Result<Report>> {
  const counterparts = await loadCounterparts(app, input.storeId, input.providerId);
  if (!counterparts) return refuse('reports.unknown-party', {});
  if (input.entryChannel !== 'REPORT') return refuseEntrance(app, input);
  const now = app.clock.now();
  const fields = assembleRequest(input.values, requestFacts(counterparts, input.actor.principalId, now));
  if (isRefused(fields)) return fields;
  return opened(app, input, { counterparts, fields: fields.ok, now });
}

interface Assembled {
  readonly counterparts: Counterparts;
  readonly fields: RequestFields;
  readonly now: Date;
}

async function opened(
  app: Needs,
  input: DraftRequestInput,
  { counterparts, fields, now }: Assembled,
): Promise<Result<Report>> {
  const { contactStore, relatedParty, ...request } = fields;
  const localToday = today(now, counterparts.store.zone);
  const id = await nextReportId(app, Number(localToday.slice(0, 4)));
  const change = openDraft(
    { id, ...partiesOf(input), entryChannel: input.entryChannel, request },
    {
      now,
      today: localToday,
      actor: input.actor,
      rules: DEFAULT_RULES,
      facts: { provider: counterparts.standing },
    },
  );
  if (isRefused(change)) return change;
  const report = change.ok.next;
  await app.database.change([
    ...insertReport(report, { contactStore, relatedParty }, { actor: input.actor.principalId, at: now }),
    auditEvent({
      objectType: 'report',
      objectId: report.id,
      actor: input.actor.principalId,
      org: input.storeId,
      action: 'report.T1',
      after: report,
      requestId: input.requestId,
      at: now,
      data: { from: null, to: report.state },
    }),
    dropDraft(input),
    // Whoever may send it sees it in the inbox.
    ...owe(
      app.queue,
      { messages: [], redraw: counterparts.storePeople.map(({ id }) => inboxSubject(id)) },
      now,
    ),
    handled(input.requestId, now),
  ]);
  return ok(report);
}

const partiesOf = ({ storeId, providerId }: DraftRequestInput) => ({ storeId, providerId });

/** The form under which a store's answers are kept until they make a draft, shared by its people. */
export const REQUEST_FORM = 'report.new';

const dropDraft = ({ storeId, providerId }: DraftRequestInput): Prisma.Sql => Prisma.sql`
  DELETE FROM form_draft WHERE form = ${REQUEST_FORM} AND subject = ${providerId} AND owner = ${storeId}`;

/** G1: "Nothing is stored but the refusal event", on the store's chain. */
export async function refuseEntrance(
  app: Needs,
  { storeId, providerId, entryChannel, actor, requestId }: Omit<DraftRequestInput, 'values'>,
): Promise<Result<Report>> {
  const at = app.clock.now();
  const route = ENTRY_CHANNELS.find((known) => known === entryChannel);
  await app.database.change([
    auditEvent({
      objectType: 'store',
      objectId: storeId,
      actor: actor.principalId,
      org: storeId,
      action: 'report.refused',
      requestId,
      at,
      data: { refused: 'reports.wrong-entrance', route, providerId },
    }),
    handled(requestId, at),
  ]);
  return refuse('reports.wrong-entrance', {});
}
