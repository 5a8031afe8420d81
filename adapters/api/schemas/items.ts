import { z } from 'zod';
import { LONGEST_DESCRIPTION, LONGEST_ITEM_NAME } from '../../../src/directory/actions/items/item-fields.ts';
import type { ServiceItem } from '../../../src/directory/records/service-item.ts';
import { SERVICE_SCOPES } from '../../../src/reports/report.ts';
import { id, instant } from './common.ts';

export const itemBody = z
  .strictObject({
    name: z
      .string()
      .max(10 * LONGEST_ITEM_NAME)
      .describe(`At most ${LONGEST_ITEM_NAME} characters`),
    scope: z.enum(SERVICE_SCOPES),
    description: z
      .string()
      .max(10 * LONGEST_DESCRIPTION)
      .describe(`At most ${LONGEST_DESCRIPTION} characters`),
    offered: z.boolean().default(true),
  })
  .meta({ id: 'ServiceItemBody' });

const version = z.number().int().min(1).max(2_147_483_647);

export const itemChange = itemBody
  .extend({ version: version.describe('The version that you looked at') })
  .meta({ id: 'ServiceItemChange' });

export const itemWithdrawal = z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647) });

export const item = z
  .object({
    id,
    name: z.string(),
    scope: z.enum(SERVICE_SCOPES),
    description: z.string(),
    offered: z.boolean(),
    version,
    updatedAt: instant,
  })
  .meta({ id: 'ServiceItem' });

export const shownItem = ({ updatedAt, providerId: _, ...rest }: ServiceItem): z.infer<typeof item> => ({
  ...rest,
  updatedAt: updatedAt.toISOString(),
});
