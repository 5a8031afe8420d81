import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import type { HumanEvent } from '../../lifecycle/table/transitions.ts';
import type { Case } from '../../record/case.ts';
import type { ReportState } from '../../report.ts';
import { eventButtons } from '../card/buttons.ts';
import { caseTitle } from '../card/case-card.ts';
import { offersFor } from '../card/offers.ts';
import { turnLine } from '../card/turn-line.ts';
import { REPORT_OPTION, withReport } from './find-report.ts';

const STATES: readonly ReportState[] = ['SCHEDULED', 'ACTIVE', 'NOTICE'];
const ENDINGS: readonly HumanEvent[] = [
  'agreeEnd',
  'consentToStay',
  'giveNotice',
  'proposeEnd',
  'withdrawNotice',
];

/** `/report notice [report]`: the ways to end a cooperation before its time, alone or together, and the way back. */
export const reportNotice: Command = {
  area: 'report',
  verb: 'notice',
  options: [REPORT_OPTION],
  who: 'report.notice',
  effect: 'read',
  run: (talk, { report: typed }) => endings(talk, typed),
};

export const noticeClick: Click = {
  action: 'report.notice',
  effect: 'read',
  run: (talk, { subject }) => endings(talk, subject),
};

const endings = (talk: Known, typed: string | undefined): Promise<Answer> =>
  withReport(talk, { typed, verb: 'notice', states: STATES }, async (parties) => endingCard(talk, parties));

function endingCard(talk: Known, parties: Case): Answer {
  const { t, app, person } = talk;
  const now = app.clock.now();
  const offers = offersFor(parties, person, now).filter(({ action }) => ENDINGS.includes(action));
  const list = offers.map(({ action }) => t(`cases.ending.${action}`));
  return {
    kind: 'card',
    card: {
      tone: 'neutral',
      title: caseTitle(parties),
      lead: turnLine(talk, parties.report, now),
      sections: [
        list.length === 0 ? { body: t('cases.ending.none') } : { title: t('cases.ending.title'), list },
      ],
      actions: offers.flatMap((offer) => eventButtons(talk, parties, offer)),
    },
  };
}
