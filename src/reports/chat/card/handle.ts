import type { HandleSpec } from '../../../chat/card.ts';
import type { Report } from '../../report.ts';

/** What a button of a case carries: which case, and the state of it that was shown (domain-rules §3.6). */
export function handleOf(
  report: Pick<Report, 'id' | 'revision' | 'stateSeq'>,
  verb: string,
  data?: string,
): HandleSpec {
  return {
    action: `report.${verb}`,
    subject: report.id,
    revision: report.revision,
    stateSeq: report.stateSeq,
    ...(data === undefined ? {} : { data }),
  };
}
