import type { Command, Known } from '../../../chat/conversation.ts';
import type { Case } from '../../record/case.ts';
import { attachAll, LINK_INPUT } from '../forms/attach.ts';
import { attachedCard } from '../forms/attach-form.ts';
import { REPORT_OPTION, withReport } from './find-report.ts';
import { press } from './pressing.ts';

/** `/report attach [report] [link]`: with a link at once, otherwise through a form that takes files. */
export const reportAttach: Command = {
  area: 'report',
  verb: 'attach',
  options: [REPORT_OPTION, { name: 'link', kind: 'text', required: false, rest: true }],
  who: 'report.attach',
  effect: 'change',
  run: (talk, { report, link }) => {
    // A link that was typed alone stands where the report should; its capitals are lost, so the form asks for it again.
    const typed = report?.startsWith('HTTP') ? undefined : report;
    return withReport(talk, { typed, verb: 'attach', states: ['FILLING', 'INFO_REQUESTED'] }, (parties) =>
      link === undefined ? press(talk, parties, 'attach') : attachLink(talk, parties, link),
    );
  },
};

async function attachLink(talk: Known, { report }: Case, link: string) {
  const refusal = await attachAll(talk, report.id, { [LINK_INPUT]: link });
  if (refusal) return refusal;
  const card = await attachedCard(talk, report.id);
  return 'refused' in card ? card : ({ kind: 'card', card } as const);
}
