import type { Reader } from '../../../chat/conversation.ts';
import { type Inline, moment, type Text } from '../../../chat/text.ts';
import { whoseTurn } from '../../lifecycle/turns/whose-turn.ts';
import type { Report } from '../../report.ts';

/** "Waiting for the store to confirm · due 8 May 10:00". */
export function turnLine({ t }: Pick<Reader, 't'>, report: Report, now: Date): Text {
  const state = t(`reports.state.${report.state}`);
  const { waitsOn } = whoseTurn(report);
  const asked = report.state === 'INFO_REQUESTED' ? ` · ${t(`reports.waiter.${waitsOn}`)}` : '';
  const proposal = report.proposal
    ? ` · ${t(`cases.proposal.${report.proposal.kind}`, { waitsOn: t(`reports.waiter.${waitsOn}`) })}`
    : '';
  const unsent = report.state === 'DRAFT' ? ` · ${t('cases.not-sent')}` : '';
  const head = `${state}${unsent}${asked}${proposal}`;
  if (report.state === 'LAPSED') return `${head} · ${t('cases.lapsed')}`;
  if (!report.deadline) return head;
  return report.state === 'SUSPENDED'
    ? [`${head} · ${t('cases.cure-until')} `, moment(report.deadline.at)]
    : [head, ...dueParts({ t }, report.deadline, now)];
}

/** " · due …", " · late since …"; said of a deadline that rests on an unknown holiday calendar. */
function dueParts(
  { t }: Pick<Reader, 't'>,
  { at, estimated }: { readonly at: Date; readonly estimated: boolean },
  now: Date,
): readonly Inline[] {
  const word = at < now ? 'cases.late-since' : estimated ? 'cases.due-estimated' : 'cases.due';
  return [` · ${t(word)} `, moment(at)];
}
