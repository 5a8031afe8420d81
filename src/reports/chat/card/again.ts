import type { Button } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { addDays, today } from '../../periods.ts';
import type { Case } from '../../record/case.ts';
import type { ReportState } from '../../report.ts';
import { handleOf } from './handle.ts';

const ENDED_EARLY: readonly ReportState[] = ['LAPSED', 'DECLINED', 'WITHDRAWN', 'REJECTED'];
const RENEWABLE: readonly ReportState[] = ['ACTIVE', 'NOTICE', 'EXPIRED'];
/** Calendar days before and after its end in which a report can be renewed (§4.2 renews_report_id). */
const WINDOW = { before: 120, after: 30 };

interface For extends Pick<Reader, 't'> {
  readonly actor: Actor;
  readonly now: Date;
}

/** The same once more: what ended before its time can be copied (T23), what comes to its end renewed (§6). */
export function againButtons({ t, actor, now }: For, parties: Case): readonly Button[] {
  const { report } = parties;
  const copy = ENDED_EARLY.includes(report.state) && permitted('report.new', actor, report).allowed;
  const renew = isRenewable(parties, now) && permitted('report.renew', actor, report).allowed;
  return [
    ...(copy
      ? [{ label: t('cases.button.copy'), tone: 'plain' as const, handle: handleOf(report, 'copy') }]
      : []),
    ...(renew
      ? [{ label: t('cases.button.renew'), tone: 'plain' as const, handle: handleOf(report, 'renew') }]
      : []),
  ];
}

function isRenewable({ report, store }: Case, now: Date): boolean {
  const localToday = today(now, store.zone);
  return (
    RENEWABLE.includes(report.state) &&
    report.reportingEnd >= addDays(localToday, -WINDOW.after) &&
    report.reportingEnd <= addDays(localToday, WINDOW.before)
  );
}
