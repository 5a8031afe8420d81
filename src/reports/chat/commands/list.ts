import type { Button, Card, Section } from '../../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { day, moment } from '../../../chat/text.ts';
import { type ReportLine, reportsOf } from '../../record/listing.ts';
import { REPORT_STATES, type ReportState } from '../../report.ts';
import { handleOf } from '../card/handle.ts';

const PAGE = 8;
const LIST = 'report.list';

/** `/report list [state]`: one's own reports, newest first; the staff's are all. */
export const reportList: Command = {
  area: 'report',
  verb: 'list',
  options: [{ name: 'state', kind: 'choice', required: false, choices: REPORT_STATES }],
  who: 'report.list',
  effect: 'read',
  run: (talk, { state }) => listed(talk, { page: 0, state }),
};

/** The next page: the handle carries the page and the state. */
export const listClick: Click = {
  action: LIST,
  effect: 'read',
  run: (talk, { data = '' }) => {
    const [page = '0', state] = data.split(':');
    return listed(talk, { page: Number(page), state });
  },
};

interface Asked {
  readonly page: number;
  readonly state: string | undefined;
}

async function listed(talk: Known, { page, state }: Asked): Promise<Answer> {
  const states = REPORT_STATES.filter((known) => known === state);
  const found = await reportsOf(talk.app, talk.person, { limit: PAGE + 1, offset: page * PAGE, states });
  return { kind: 'card', card: listCard(talk, found, { page, state: states[0] }) };
}

interface Shown {
  readonly page: number;
  readonly state: ReportState | undefined;
}

function listCard({ t }: Known, found: readonly ReportLine[], { page, state }: Shown): Card {
  const lines = found.slice(0, PAGE);
  const title = state
    ? t('cases.list.title-state', { state: t(`reports.state.${state}`) })
    : t('cases.list.title');
  if (lines.length === 0) return { tone: 'neutral', title, lead: t('cases.list.none') };
  const turn = (label: string, to: number): Button => ({
    label: t(label),
    tone: 'plain',
    handle: { action: LIST, subject: '', revision: 0, stateSeq: 0, data: `${to}:${state ?? ''}` },
  });
  return {
    tone: 'neutral',
    title,
    sections: lines.map((line) => lineSection({ t }, line)),
    actions: [
      ...lines.map((line): Button => ({ label: line.id, tone: 'plain', handle: handleOf(line, 'show') })),
      ...(page > 0 ? [turn('cases.button.earlier', page - 1)] : []),
      ...(found.length > PAGE ? [turn('cases.button.more', page + 1)] : []),
    ],
  };
}

/** One case in a list: who with whom, where it stands, for which period, until when somebody must act. */
export function lineSection({ t }: Pick<Known, 't'>, line: ReportLine): Section {
  const due = line.deadlineAt ? [` · ${t('cases.due')} `, moment(line.deadlineAt)] : [];
  return {
    title: `${line.id} · ${line.storeName} × ${line.providerName}`,
    body: [
      t(`reports.state.${line.state}`),
      ' · ',
      day(line.reportingStart),
      ' – ',
      day(line.reportingEnd),
      ...due,
    ],
  };
}
