import type { App } from '../../../app.ts';
import type { OwedMessage } from '../../../delivery/view.ts';
import { reachedAt } from '../../../people/delegation/reached.ts';
import type { PrincipalId } from '../../../people/principal.ts';
import type { IsoDate, ReportId } from '../../../reports/report.ts';
import type { MonthChecks } from '../../record/checks/month-checks.ts';

export const CHECKS_VIEW = 'rating-checks';

const PREFIX = 'checks:';

export const checksSubject = (reportId: ReportId, month: IsoDate): string => `${PREFIX}${reportId}:${month}`;

export function checksOf(subject: string): { readonly reportId: ReportId; readonly month: IsoDate } {
  const [reportId = '', month = ''] = subject.slice(PREFIX.length).split(':');
  return { reportId, month };
}

/** Once for a month: the provider where others recorded it, and the store where there is a miss that it may answer for. */
export async function toldOfChecks(
  app: Pick<App, 'database' | 'clock'>,
  { reportId, month, providerId, storeId }: MonthChecks,
  { byProvider, missed, except }: { byProvider: boolean; missed: boolean; except: PrincipalId },
): Promise<readonly OwedMessage[]> {
  const [admins, owners] = await Promise.all([
    byProvider ? [] : reachedAt(app, providerId, 'PROVIDER_ADMIN'),
    missed ? reachedAt(app, storeId, 'STORE_OWNER') : [],
  ]);
  const people = [...new Set([...admins, ...owners])].filter((principalId) => principalId !== except);
  return people.map((principalId) => ({
    view: CHECKS_VIEW,
    subject: checksSubject(reportId, month),
    stateSeq: 0,
    rule: 'checks-recorded',
    receiver: { kind: 'person', principalId },
  }));
}
