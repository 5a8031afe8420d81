import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Case } from '../../record/case.ts';
import { handoverSection } from '../handover/handover-section.ts';
import { reminderSection } from '../reminders/reminder-section.ts';
import type { CaseCardOptions } from './case-card.ts';
import { changesSection } from './changes.ts';
import { deedName } from './deed-name.ts';
import { noteSection } from './notes.ts';
import { reasonSection } from './reason.ts';
import { reassignedSection } from './reassigned-section.ts';
import { revisionSections } from './revision-sections.ts';
import { similarSection } from './similar.ts';
import { talkSections } from './talk.ts';
import { tickSection } from './ticks.ts';

/** What somebody should read before they act: in the order of its weight for whoever must act now. */
export function caseSections(reader: Reader, parties: Case, options: CaseCardOptions): readonly Section[] {
  const { report } = parties;
  const { reader: standpoint, whole, compared, similar } = options;
  // A channel has many readers: free text may hold a fee or a name, so it stays out with what was filed.
  if (!standpoint) return exceptionSection(reader, parties, false);
  return [
    ...reassignedSection(reader, parties, options),
    ...reminderSection(reader, parties, options),
    ...reasonSection(reader, options.reason),
    ...handoverSection(reader, options.handover),
    ...talkSections(reader, parties),
    ...noteSection(reader, parties, options),
    ...(compared ? changesSection(reader, compared, parties) : []),
    ...(standpoint.store && report.state === 'STORE_CONFIRM' ? tickSection(reader, parties) : []),
    ...exceptionSection(reader, parties, true),
    ...firstApproval(reader, parties),
    ...(whole ? revisionSections(reader, parties) : []),
    ...(whole ? evidenceSection(reader, parties) : []),
    ...similarSection(reader, similar),
  ];
}

function exceptionSection({ t }: Reader, { report }: Case, withReasons: boolean): readonly Section[] {
  const { exceptions } = report.request;
  if (exceptions.length === 0) return [];
  const list = exceptions.map(({ code, text }) => {
    const name = t(`fields.option.exception.${code}`);
    return withReasons ? t('common.labelled', { label: name, text }) : name;
  });
  return [{ title: t('cases.section.exceptions'), list }];
}

function firstApproval({ t }: Reader, parties: Case): readonly Section[] {
  const { proposal } = parties.report;
  if (proposal?.kind !== 'APPROVE') return [];
  const by = deedName(t, parties, { by: proposal.by, principal: proposal.onBehalfOf[0] });
  return [{ body: t('cases.first-approval', { by }) }];
}

const evidenceSection = ({ t }: Reader, { evidence }: Case): readonly Section[] =>
  evidence.length === 0
    ? []
    : [{ title: t('cases.section.evidence'), list: evidence.map(({ file_name }) => file_name) }];
