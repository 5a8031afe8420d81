import { z } from 'zod';
import { GENESIS, linkHash } from '../link.ts';
import type { EventColumns } from '../payload.ts';
import type { EventWithHead, StoredEvent } from '../stored-event.ts';
import type { Finding, ObjectLink } from './finding.ts';

/**
 * Checks one event after the other, in the order of `storedEvents`. Remembers only the event before; returns the first
 * finding, or null while all is well.
 */
export class ChainCheck {
  objects = 0;
  events = 0;
  #last: EventWithHead | null = null;

  next(event: EventWithHead): Finding | null {
    const last = this.#last;
    const begins = last === null || !sameObject(last, event);
    const finding = (begins ? this.end() : null) ?? linkFinding(event, begins ? null : last);
    this.#last = event;
    this.events += 1;
    if (begins) this.objects += 1;
    return finding;
  }

  /** Call after the last event: its chain must end where its head says. */
  end(): Finding | null {
    const last = this.#last;
    if (last === null) return null;
    if (last.head_seq === null) return { ...linkOf(last), what: 'head-missing' };
    const ends =
      last.head_seq === last.seq && last.head_hash === last.hash && last.head_previous === last.previous;
    return ends ? null : { ...linkOf(last), what: 'head-differs' };
  }
}

function linkFinding(event: StoredEvent, before: StoredEvent | null): Finding | null {
  const expected = (before?.seq ?? 0) + 1;
  if (event.seq !== expected) return { ...linkOf(event), seq: expected, what: 'link-missing' };
  if (event.previous !== (before?.hash ?? GENESIS)) return { ...linkOf(event), what: 'out-of-order' };
  if (event.hash !== linkHash(event)) return { ...linkOf(event), what: 'payload-altered' };
  const column = differingColumn(event);
  return column === null ? null : { ...linkOf(event), what: 'column-differs', column };
}

const sameObject = (a: StoredEvent, b: StoredEvent) =>
  a.object_type === b.object_type && a.object_id === b.object_id;

const linkOf = (event: StoredEvent): ObjectLink => ({
  objectType: event.object_type,
  objectId: event.object_id,
  seq: event.seq,
});

const nullable = z.string().nullable();
const payloadColumns = z.object({
  object_type: z.string(),
  object_id: z.string(),
  at: z.string(),
  actor: z.string(),
  on_behalf_of: nullable,
  org: nullable,
  action: z.string(),
  before_hash: nullable,
  after_hash: nullable,
  request_id: nullable,
}) satisfies z.ZodType<EventColumns>;

function differingColumn(event: StoredEvent): string | null {
  const said = payloadColumns.parse(JSON.parse(event.payload));
  const stands: EventColumns = { ...event, at: event.at.toISOString() };
  return payloadColumns.keyof().options.find((column) => said[column] !== stands[column]) ?? null;
}
