import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { IsoDate } from '../../reports/report.ts';

export const CLOSING_REASONS = ['CLOSED', 'OWN_VIOLATION'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export interface Closing {
  /** The store's last day. */
  readonly on: IsoDate;
  readonly reason: ClosingReason;
}

export interface KeptClosing {
  readonly name: string;
  /** Null: the store trades. */
  readonly closing: Closing | null;
}

interface Row {
  readonly name: string;
  readonly on: IsoDate | null;
  readonly reason: ClosingReason | null;
}

/** Null where there is no such store. */
export async function findClosing(
  { database }: Pick<App, 'database'>,
  storeId: OrganisationId,
): Promise<KeptClosing | null> {
  const [row] = await database.query<Row>(Prisma.sql`
    SELECT o.name, to_char(s.closed_on, 'YYYY-MM-DD') AS on, s.closed_reason AS reason
    FROM store s JOIN organisation o ON o.id = s.id WHERE s.id = ${storeId}`);
  if (!row) return null;
  const { name, on, reason } = row;
  return { name, closing: on === null || reason === null ? null : { on, reason } };
}
