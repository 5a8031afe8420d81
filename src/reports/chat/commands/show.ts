import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import type { Case } from '../../record/case.ts';
import { drawCase } from '../draw-case.ts';
import { REPORT_OPTION, withReport } from './find-report.ts';

/** `/report show [report]`: everything that was filed, privately. */
export const reportShow: Command = {
  area: 'report',
  verb: 'show',
  options: [REPORT_OPTION],
  who: 'report.show',
  effect: 'read',
  run: (talk, { report: typed }) =>
    withReport(talk, { typed, verb: 'show', states: [] }, (parties) => shown(talk, parties)),
};

export const showClick: Click = {
  action: 'report.show',
  effect: 'read',
  run: (talk, { subject: typed }) =>
    withReport(talk, { typed, verb: 'show', states: [] }, (parties) => shown(talk, parties)),
};

async function shown(talk: Known, parties: Case): Promise<Answer> {
  return { kind: 'card', card: await drawCase(talk.app, talk, parties, true) };
}
