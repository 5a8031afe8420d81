/** An urgent matter of a cooperation that stands, and how soon the provider promised to acknowledge one (QS09). Pure. */
import type { OrganisationId, PrincipalId } from '../people/principal.ts';
import type { StandardLine } from '../reports/quality-standards/line.ts';
import type { ReportId, Side } from '../reports/report.ts';

export interface UrgentIssue {
  readonly id: string;
  readonly reportId: ReportId;
  readonly storeId: OrganisationId;
  readonly providerId: OrganisationId;
  readonly text: string;
  /** Since when, as the reporter says. */
  readonly since: Date;
  readonly reportedBy: PrincipalId;
  /** Only what the store reports is measured: a provider could acknowledge its own words at once. */
  readonly side: Side;
  readonly reportedAt: Date;
  /** In hours around the clock, not in working hours. */
  readonly dueAt: Date;
  /** Of the provider, by the revision in force when it was reported. */
  readonly contacts: readonly PrincipalId[];
  readonly acknowledgedBy: PrincipalId | null;
  readonly acknowledgedAt: Date | null;
}

/** The widest target that may be filed (domain-rules §5), where none was. */
const WIDEST_TARGET_HOURS = 24;

const HOUR_MS = 3_600_000;

export function acknowledgementDue(standards: readonly StandardLine[], reportedAt: Date): Date {
  const hours = standards.find(({ code }) => code === 'QS09')?.target ?? WIDEST_TARGET_HOURS;
  return new Date(reportedAt.getTime() + hours * HOUR_MS);
}
