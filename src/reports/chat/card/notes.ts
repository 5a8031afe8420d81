import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import type { Text } from '../../../chat/text.ts';
import { filledOf } from '../../actions/filled.ts';
import { deposit } from '../../guards/deposit.ts';
import { qualification } from '../../guards/qualification.ts';
import type { DecisionContext } from '../../lifecycle/context.ts';
import type { Warning } from '../../lifecycle/refusals.ts';
import { secondApprovalReasons } from '../../lifecycle/second-approval.ts';
import { today } from '../../periods.ts';
import type { Case } from '../../record/case.ts';
import { factsOf } from '../../record/facts.ts';
import type { ReportState } from '../../report.ts';
import type { CaseCardOptions } from './case-card.ts';
import { warningText } from './warnings.ts';

const BEFORE_DECISION: readonly ReportState[] = [
  'FILLING',
  'STORE_CONFIRM',
  'STAFF_REVIEW',
  'INFO_REQUESTED',
];

/**
 * What will matter at the decision, said while it can still be mended: the deposit (G7) to the provider and the staff
 * alone, qualifications that expire (G8) to everybody, the need of a second approval (§3.4) to the staff.
 */
export function noteSection(
  reader: Reader,
  parties: Case,
  { reader: standpoint, now }: Pick<CaseCardOptions, 'reader' | 'now'>,
): readonly Section[] {
  if (!standpoint || !BEFORE_DECISION.includes(parties.report.state)) return [];
  const context = contextOf(parties, now);
  const ownSide = standpoint.provider || standpoint.staff;
  const list: readonly Text[] = [
    ...(ownSide ? deposit.refusals(parties.report, context).map((each) => refusalText(reader.t, each)) : []),
    ...expiring(parties, context).map((warning) => warningText(reader.t, warning)),
    ...(standpoint.staff ? secondApproval(reader, parties, context) : []),
  ];
  return list.length === 0 ? [] : [{ title: reader.t('cases.section.warnings'), list }];
}

const contextOf = (parties: Case, now: Date): DecisionContext => ({
  now,
  today: today(now, parties.store.zone),
  actor: 'clock',
  rules: parties.rules,
  facts: factsOf(parties, filledOf(parties), now),
});

const expiring = ({ report }: Case, context: DecisionContext): readonly Warning[] =>
  qualification.notes?.(report, context).warnings ?? [];

function secondApproval({ t }: Reader, { report, current }: Case, context: DecisionContext): readonly Text[] {
  if (!current || report.proposal) return [];
  const reasons = secondApprovalReasons({ report, context, unsure: false });
  return reasons.length === 0
    ? []
    : [warningText(t, { warned: 'reports.warned.second-approval', data: { reasons } })];
}
