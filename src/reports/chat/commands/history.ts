import { type HistoryEntry, historyOf } from '../../../audit/history.ts';
import type { Button, Card } from '../../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { byName } from '../../../chat/messages/names.ts';
import { type Inline, moment, type Text } from '../../../chat/text.ts';
import type { Case } from '../../record/case.ts';
import { caseTitle } from '../card/case-card.ts';
import { handleOf } from '../card/handle.ts';
import { reasonLines } from '../card/reason.ts';
import { REPORT_OPTION, withReport } from './find-report.ts';

/** `/report history [report]`: who did what and when, from the audit chain of the case, newest first. */
export const reportHistory: Command = {
  area: 'report',
  verb: 'history',
  options: [REPORT_OPTION],
  who: 'report.history',
  effect: 'read',
  run: (talk, { report: typed }) =>
    withReport(talk, { typed, verb: 'history', states: [] }, (parties) => happened(talk, parties, 0)),
};

export const historyClick: Click = {
  action: 'report.history',
  effect: 'read',
  run: (talk, { subject: typed, data = '0' }) =>
    withReport(talk, { typed, verb: 'history', states: [] }, (parties) =>
      happened(talk, parties, Number(data) || 0),
    ),
};

async function happened(talk: Known, parties: Case, wanted: number): Promise<Answer> {
  const { t } = talk;
  const { entries, page, pages } = await historyOf(talk.app, {
    objectType: 'report',
    objectId: parties.report.id,
    page: wanted,
  });
  const turn = (label: string, to: number): Button => ({
    label: t(label),
    tone: 'plain',
    handle: handleOf(parties.report, 'history', String(to)),
  });
  const card: Card = {
    tone: 'neutral',
    title: caseTitle(parties),
    lead: t('cases.history.lead', { page: page + 1, pages }),
    sections: [{ list: entries.map((entry) => entryLine(talk, entry)) }],
    actions: [
      ...(page > 0 ? [turn('cases.button.newer', page - 1)] : []),
      ...(page + 1 < pages ? [turn('cases.button.older', page + 1)] : []),
      { label: t('cases.button.show'), tone: 'plain', handle: handleOf(parties.report, 'show') },
    ],
  };
  return { kind: 'card', card };
}

function entryLine(talk: Known, entry: HistoryEntry): Text {
  const { t } = talk;
  const by = nameOf(entry.actor) ?? t('reports.clock');
  const org = entry.org?.name ? ` (${entry.org.name})` : '';
  return [
    moment(entry.at),
    ` · ${byName(t, by, nameOf(entry.onBehalfOf))}${org} · `,
    { strong: actionWords(talk, entry) },
    ...why(talk, entry),
  ];
}

const nameOf = (one: HistoryEntry['actor']): string | null => one && (one.name ?? one.id);

/** `report.T5` by its name in the transition table; a page or a file that was handed in by its own. */
function actionWords({ t }: Known, { action, data }: HistoryEntry): string {
  const rule = action.replace(/^report\./, '').replace(/^draft-/, 'draft.');
  if (t.has(`reports.transition.${rule}`)) return t(`reports.transition.${rule}`);
  if (t.has(`urgent.history.${rule}`)) return t(`urgent.history.${rule}`);
  if (rule === 'fill') return t('cases.history.filled', { page: t(`fields.page.${String(data.page)}`) });
  return rule === 'attach' ? t('cases.history.attached', { name: String(data.name) }) : action;
}

function why(talk: Known, { action, data }: HistoryEntry): readonly Inline[] {
  const lines = reasonLines(talk, { rule: action.replace(/^report\./, ''), data });
  return lines.length === 0 ? [] : [`: ${lines.join(' · ')}`];
}
