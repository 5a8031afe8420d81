import type { Button, Card, Tone } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { inlines, type Text } from '../../../chat/text.ts';
import type { SimilarProvider } from '../../../directory/search/similar.ts';
import type { PrincipalId } from '../../../people/principal.ts';
import type { ReminderState } from '../../../reminders/record/reminder-state.ts';
import type { HandoverLine } from '../../handover/items.ts';
import type { Case } from '../../record/case.ts';
import type { GivenReason } from '../../record/given-reason.ts';
import type { Reassigned } from '../../record/reassigned.ts';
import type { RevisionBefore } from '../../record/revision-before.ts';
import type { ReportState } from '../../report.ts';
import type { Standpoint } from '../who.ts';
import { caseFacts, revisionStamp } from './case-facts.ts';
import { caseSections } from './case-sections.ts';
import { forWhom } from './for-whom.ts';
import { progressOf } from './progress.ts';
import { turnLine } from './turn-line.ts';

const TONES: Readonly<Partial<Record<ReportState, Tone>>> = {
  DRAFT: 'neutral',
  SCHEDULED: 'good',
  ACTIVE: 'good',
  NOTICE: 'warning',
  SUSPENDED: 'bad',
  REJECTED: 'bad',
  DECLINED: 'bad',
  LAPSED: 'bad',
  WITHDRAWN: 'neutral',
  EXPIRED: 'neutral',
  TERMINATED: 'neutral',
};

export interface CaseCardOptions {
  /** Who reads it; null for a channel, where nothing confidential may show (domain-rules §4.2). */
  readonly reader: Standpoint | null;
  /** Everything that was filed, instead of the head of the case. */
  readonly whole: boolean;
  readonly buttons: readonly Button[];
  readonly now: Date;
  /** For whom the reader would do what the case waits for. */
  readonly awaitedFor: readonly PrincipalId[];
  /** What the current revision is shown beside. */
  readonly compared: RevisionBefore | null;
  /** Why it was declined, rejected, suspended or ended, where somebody gave a reason. */
  readonly reason: GivenReason | null;
  /** Offered to the store after a decline (T4). */
  readonly similar: readonly SimilarProvider[];
  /** How the reader was reminded of it; null: not yet. */
  readonly reminder: ReminderState | null;
  /** Why the review has changed hands by itself, for the staff. */
  readonly reassigned: Reassigned | null;
  /** Null for a channel. */
  readonly me: PrincipalId | null;
  /** What is to be handed over, once an end is in sight. */
  readonly handover: readonly HandoverLine[];
}

/** One case as it stands now: whose turn it is, until when, and what the reader can do. */
export function caseCard(reader: Reader, parties: Case, options: CaseCardOptions): Card {
  const { report } = parties;
  const sections = caseSections(reader, parties, options);
  const footer = revisionStamp(reader, parties);
  return {
    tone: TONES[report.state] ?? (isLate(report, options.now) ? 'warning' : 'waiting'),
    title: caseTitle(parties),
    lead: leadOf(reader, parties, options),
    progress: progressOf(reader.t, report),
    facts: caseFacts(reader, parties),
    ...(sections.length === 0 ? {} : { sections }),
    ...(options.buttons.length === 0 ? {} : { actions: options.buttons }),
    ...(footer === undefined ? {} : { footer }),
  };
}

const isLate = ({ deadline }: Case['report'], now: Date): boolean => deadline !== null && deadline.at < now;

/** Whose turn it is, and for whom the reader would do it. */
function leadOf({ t }: Reader, parties: Case, { awaitedFor, now }: CaseCardOptions): Text {
  const turn = turnLine({ t }, parties.report, now);
  const suffix = forWhom(t, parties, awaitedFor).map((words) => ` · ${words}`);
  return suffix.length === 0 ? turn : [...inlines(turn), ...suffix];
}

/** `CR-2026-000001 · Aurora × 远帆`. */
export const caseTitle = ({ report, store, provider }: Case): string =>
  `${report.id} · ${store.name} × ${provider.name}`;
