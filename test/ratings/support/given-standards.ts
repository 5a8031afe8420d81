import { Prisma } from '../../../src/platform/database/generated/client.ts';

/** Four filed standards of the report: reply, shipment, disputes and the monthly report; rates need 50 cases. */
export const filedStandards = (reportId: string): readonly Prisma.Sql[] => {
  const standards = [
    { code: 'QS01', operator: '<=', target: 60, sampleMin: 50, unit: 'SECONDS', window: 'MONTH' },
    { code: 'QS03', operator: '>=', target: 96, sampleMin: 50, unit: 'PERCENT', window: 'MONTH' },
    { code: 'QS05', operator: '<=', target: 1, sampleMin: 50, unit: 'PERCENT', window: 'MONTH' },
    { code: 'QS07', operator: '<=', target: 5, sampleMin: 0, unit: 'DAY_OF_MONTH', window: 'MONTH' },
    { code: 'QS11', operator: '>=', target: 1_000_000, sampleMin: 1, unit: 'MINOR_UNITS', window: 'QUARTER' },
  ];
  const fields = JSON.stringify({ currency: 'CNY', qualityStandards: standards });
  return [
    Prisma.sql`UPDATE report SET revision = 1 WHERE id = ${reportId}`,
    Prisma.sql`INSERT INTO revision (report_id, number, hash, canonical, fields, editors, submitted_by, submitted_at)
      VALUES (${reportId}, 1, 'h', '', ${fields}::jsonb, '{}', 'admin', '2024-01-01')`,
  ];
};
