import { z } from 'zod';
import { COLUMN_NAMES, COLUMNS, type ColumnName } from '../../../src/ratings/store-months/columns.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function cell(name: ColumnName) {
  const { reads, required } = COLUMNS[name];
  const value =
    reads === 'store' || reads === 'currency'
      ? z.string().min(1).max(100)
      : reads === 'month'
        ? z.string().regex(MONTH).describe('YYYY-MM')
        : z.number().describe(reads === 'money' ? 'In minor units' : reads);
  return required ? value : value.nullable().optional();
}

const monthRow = z
  .strictObject(Object.fromEntries(COLUMN_NAMES.map((name) => [name, cell(name)])))
  .meta({ id: 'StoreMonthRow' });

export const monthUpload = z
  .strictObject({ months: z.array(monthRow).min(1).max(1_000) })
  .meta({ id: 'StoreMonthUpload' });

export const storeMonth = z
  .object({
    storeId: z.string(),
    month: z.string(),
    version: z.number().int(),
    source: z.string().describe('FEED, UPLOAD or STAFF'),
    figures: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
  })
  .meta({ id: 'StoreMonth' });

export const uploadedMonths = z
  .object({ accepted: z.number().int(), unchanged: z.number().int() })
  .meta({ id: 'UploadedMonths' });
