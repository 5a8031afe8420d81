import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { FieldValues } from '../../../reports/fields/field-values.ts';
import { today } from '../../../reports/periods.ts';
import type { Opportunity } from '../../need/opportunity.ts';

interface Parties {
  readonly storeId: string;
  readonly providerId: string;
}

interface Row {
  readonly zone: string;
  readonly items: readonly { readonly id: string; readonly scope: string }[];
  /** Of the store's latest report. */
  readonly outOfChat: string | null;
}

const MONTHS = '12';

/** An opportunity as the winner's store could have typed its request (domain-rules §9): twelve months from the wanted start. */
export async function requestValues(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { scopes, startsOn }: Opportunity,
  { storeId, providerId }: Parties,
): Promise<FieldValues> {
  const [row] = await database.query<Row>(Prisma.sql`
    SELECT o.time_zone AS zone,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'scope', i.scope) ORDER BY i.id), '[]')
       FROM service_item i WHERE i.provider_id = ${providerId} AND i.offered) AS items,
      (SELECT r.store_details #>> '{contactStore,outOfChat}' FROM report r WHERE r.store_id = ${storeId}
       ORDER BY r.created_at DESC LIMIT 1) AS "outOfChat"
    FROM organisation o WHERE o.id = ${storeId}`);
  if (!row) throw new Error(`The store ${storeId} of a won opportunity is not in the directory.`);
  const now = today(clock.now(), row.zone);
  const start = startsOn < now ? now : startsOn;
  const wanted: readonly string[] = [...scopes, 'FULL'];
  const fitting = row.items.filter(({ scope }) => wanted.includes(scope));
  return {
    serviceItemIds: (fitting.length === 0 ? row.items : fitting).map(({ id }) => id),
    serviceScope: scopes,
    primaryOperator: scopes.some((scope) => scope === 'OPERATIONS' || scope === 'FULL') ? 'YES' : 'NO',
    ...{ purchaseStart: start, purchaseMonths: MONTHS, reportingStart: start, reportingMonths: MONTHS },
    ...(row.outOfChat === null ? {} : { contactOutOfChat: row.outOfChat }),
  };
}
