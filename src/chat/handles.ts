import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import type { Card, HandleSpec, IssuedCard } from './card.ts';
import type { Reply } from './reply.ts';

type HandleStore = Pick<App, 'database' | 'ids' | 'clock'>;

/** Gives every button its opaque id, in one statement for all cards. The same button always has the same id. */
export async function issueHandles(app: HandleStore, cards: readonly Card[]): Promise<readonly IssuedCard[]> {
  const idOf = await issue(app, cards.flatMap(specsOf));
  return cards.map((card) => withIds(card, idOf));
}

/** The same for whatever a reply carries, form targets included. */
export async function issueReply(app: HandleStore, reply: Reply): Promise<Reply<string>> {
  const cards = cardsOf(reply);
  const target = reply.kind === 'form' ? [reply.page.target] : [];
  const idOf = await issue(app, [...cards.flatMap(specsOf), ...target]);
  switch (reply.kind) {
    case 'form':
      return { kind: 'form', page: { ...reply.page, target: idOf(reply.page.target) } };
    case 'field-errors': {
      const { kind, errors, summary } = reply;
      return { kind, errors, ...(summary === undefined ? {} : { summary }) };
    }
    case 'cards':
      return { kind: 'cards', cards: reply.cards.map((card) => withIds(card, idOf)) };
    case 'closed':
      return reply.card ? { kind: 'closed', card: withIds(reply.card, idOf) } : { kind: 'closed' };
    case 'card':
    case 'file':
      return { ...reply, card: withIds(reply.card, idOf) };
  }
}

/** What the button with this id stands for; null when no card with it was ever drawn from this record. */
export async function resolveHandle(app: Pick<App, 'database'>, id: string): Promise<HandleSpec | null> {
  const [row] = await app.database.query<HandleRow>(
    Prisma.sql`SELECT id, action, subject, revision, state_seq, data FROM action_handle WHERE id = ${id}`,
  );
  return row ? specOf(row) : null;
}

export interface HandleRow {
  readonly id: string;
  readonly action: string;
  readonly subject: string;
  readonly revision: number;
  readonly state_seq: number;
  readonly data: string;
}

export function specOf({ action, subject, revision, state_seq, data }: HandleRow): HandleSpec {
  return { action, subject, revision, stateSeq: state_seq, ...(data === '' ? {} : { data }) };
}

function cardsOf(reply: Reply): readonly Card[] {
  if (reply.kind === 'cards') return reply.cards;
  return 'card' in reply && reply.card ? [reply.card] : [];
}

const specsOf = (card: Card): readonly HandleSpec[] => (card.actions ?? []).map(({ handle }) => handle);

const withIds = (card: Card, idOf: (spec: HandleSpec) => string): IssuedCard => {
  const { actions, ...rest } = card;
  if (!actions) return rest;
  return { ...rest, actions: actions.map((button) => ({ ...button, handle: idOf(button.handle) })) };
};

/** The same button of the same state of the same subject. */
export const sameHandle = (a: HandleSpec, b: HandleSpec): boolean => keyOf(a) === keyOf(b);

const keyOf = ({ action, subject, revision, stateSeq, data = '' }: HandleSpec): string =>
  JSON.stringify([action, subject, revision, stateSeq, data]);

async function issue(app: HandleStore, specs: readonly HandleSpec[]): Promise<(spec: HandleSpec) => string> {
  const wanted = new Map(specs.map((spec) => [keyOf(spec), spec]));
  const ids = wanted.size === 0 ? new Map<string, string>() : await upserted(app, wanted);
  return (spec) => {
    const id = ids.get(keyOf(spec));
    if (id === undefined) throw new Error(`The button ${keyOf(spec)} got no id from the record.`);
    return id;
  };
}

// Cards are drawn far more often than buttons are new, so what is there is only read. New rows are sorted, because two
// statements that meet on the same rows in different orders would deadlock.
async function upserted(app: HandleStore, wanted: ReadonlyMap<string, HandleSpec>) {
  const now = app.clock.now();
  const rows = [...wanted.keys()].sort().flatMap((key) => {
    const spec = wanted.get(key);
    return spec ? [row(app.ids.next('act'), spec)] : [];
  });
  const issued = await app.database.query<HandleRow>(Prisma.sql`
    WITH wanted (id, action, subject, revision, state_seq, data) AS (VALUES ${Prisma.join(rows)}),
      known AS (
        SELECT h.id, action, subject, revision, state_seq, data
        FROM action_handle h JOIN wanted USING (action, subject, revision, state_seq, data)),
      made AS (
        INSERT INTO action_handle (id, action, subject, revision, state_seq, data, created_at)
        SELECT wanted.*, ${now}::timestamptz FROM wanted
        WHERE NOT EXISTS (SELECT 1 FROM known
          WHERE (known.action, known.subject, known.revision, known.state_seq, known.data)
            = (wanted.action, wanted.subject, wanted.revision, wanted.state_seq, wanted.data))
        ON CONFLICT (action, subject, revision, state_seq, data) DO UPDATE SET data = excluded.data
        RETURNING id, action, subject, revision, state_seq, data)
    SELECT * FROM known UNION ALL SELECT * FROM made`);
  return new Map(issued.map((handle) => [keyOf(specOf(handle)), handle.id]));
}

function row(id: string, { action, subject, revision, stateSeq, data = '' }: HandleSpec) {
  return Prisma.sql`(${id}::text, ${action}::text, ${subject}::text, ${revision}::int, ${stateSeq}::int, ${data}::text)`;
}
