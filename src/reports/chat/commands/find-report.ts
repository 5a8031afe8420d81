import type { Card } from '../../../chat/card.ts';
import type { Answer, CommandOption, Known } from '../../../chat/conversation.ts';
import { refuse } from '../../../result.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { type ReportLine, reportsOf } from '../../record/listing.ts';
import type { ReportState } from '../../report.ts';
import { handleOf } from '../card/handle.ts';
import { reportNamed } from '../report-number.ts';
import { mayNotSee } from '../who.ts';

/** `CR-2026-000001`, `2026-1`, `1`, or nothing where only one report fits. */
export const REPORT_OPTION: CommandOption = { name: 'report', kind: 'report', required: false };

export interface Wanted {
  /** As typed; undefined: whichever fits. */
  readonly typed: string | undefined;
  /** The button that a choice among several stands for, such as `accept`. */
  readonly verb: string;
  /** In which states the command makes sense; empty: in any. */
  readonly states: readonly ReportState[];
}

type Run = (parties: Case) => Promise<Answer>;

/** Finds the report that is meant, or lets the person choose. Refused: `reports.unknown`, `cases.none-fits`, `people.*`. */
export async function withReport(talk: Known, wanted: Wanted, run: Run): Promise<Answer> {
  if (wanted.typed !== undefined) return withTyped(talk, wanted.typed, run);
  const fitting = await reportsOf(talk.app, talk.person, {
    limit: CHOICES,
    offset: 0,
    states: wanted.states,
  });
  const [only, ...others] = fitting;
  if (!only) return refuse('cases.none-fits', { states: wanted.states });
  if (others.length === 0) return withTyped(talk, only.id, run);
  return { kind: 'card', card: choiceCard(talk, fitting, wanted.verb) };
}

const CHOICES = 10;

async function withTyped(talk: Known, typed: string, run: Run): Promise<Answer> {
  const id = await reportNamed(talk.app, typed);
  const parties = id === null ? null : await loadCase(talk.app, id);
  if (!parties) return refuse('reports.unknown', { report: typed });
  return mayNotSee(parties, talk.person) ?? run(parties);
}

function choiceCard({ t }: Known, lines: readonly ReportLine[], verb: string): Card {
  return {
    tone: 'neutral',
    title: t('cases.choose.title'),
    lead: t('cases.choose.lead'),
    sections: [
      {
        list: lines.map(({ id, storeName, providerName, state }) => [
          { strong: id },
          ` ${storeName} × ${providerName} · ${t(`reports.state.${state}`)}`,
        ]),
      },
    ],
    actions: lines.map((line) => ({ label: line.id, tone: 'plain', handle: handleOf(line, verb) })),
  };
}
