import { Prisma } from '../../platform/database/generated/client.ts';
import type { Reminded } from '../../reminders/record/reminder-state.ts';
import type { ReportId } from '../report.ts';

/** A report among the reminders. */
export const remindedReport = (id: ReportId): Reminded => ({
  object: id,
  standing: Prisma.sql`SELECT state_seq, state_since FROM report WHERE id = ${id}`,
});
