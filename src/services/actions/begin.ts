import type { App } from '../../app.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import type { Actor, OrganisationId } from '../../people/principal.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { today } from '../../reports/periods.ts';
import { PLATFORM_CALENDAR } from '../../reports/record/case.ts';
import type { ServiceKind } from '../kinds.ts';
import { LIFECYCLES } from '../lifecycle/lifecycles.ts';
import { nextServiceId } from '../record/number.ts';
import { peopleOf } from '../record/people.ts';
import { insertStatement, type OwnColumns, type StepToWrite } from '../record/write-step.ts';
import { inboxesOf, messagesOf } from './told.ts';
import { clockFrom } from './written.ts';

export interface Begin {
  readonly kind: ServiceKind;
  readonly providerId: OrganisationId;
  readonly actor: Actor;
  readonly requestId: string;
  readonly own: OwnColumns;
  readonly slaMinutes?: number;
  /** Goes into the same transaction: takes away the draft that has become this case. */
  readonly also: readonly Prisma.Sql[];
}

type Needs = Pick<App, 'database' | 'queue' | 'clock'>;

/** Puts a case on record whose content has been judged; returns its number. */
export async function beginService(app: Needs, begin: Begin): Promise<string> {
  const { kind, providerId, actor, requestId, own, also, slaMinutes } = begin;
  const at = app.clock.now();
  const year = Number(today(at, PLATFORM_CALENDAR.zone).slice(0, 4));
  const [id, people, provider] = await Promise.all([
    nextServiceId(app, kind, year),
    peopleOf(app, [providerId]),
    app.database.prisma.organisation.findUniqueOrThrow({ where: { id: providerId } }),
  ]);
  const first = LIFECYCLES[kind].steps.find(({ from }) => from.length === 0);
  if (!first) throw new Error(`Nothing begins a ${kind}: add its first step to the lifecycle.`);
  const begins = { kind, state: first.to, provider, since: at };
  const { clock, rungs } = clockFrom(begins, slaMinutes === undefined ? {} : { slaMinutes });
  const written: StepToWrite = {
    ...{ id, kind, providerId, requestId, at, rungs },
    event: first.event,
    from: null,
    to: first.to,
    stateSeq: 0,
    actor: actor.principalId,
    onBehalfOf: null,
    org: providerId,
    note: {},
  };
  const concerned = people(providerId);
  const messages = messagesOf(first, { ...written, assignedTo: null }, concerned);
  await app.database.change([
    handled(requestId, at),
    insertStatement(written, clock, own),
    ...also,
    ...owe(app.queue, { messages, redraw: inboxesOf(concerned) }, at),
  ]);
  return id;
}
