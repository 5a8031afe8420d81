import type { Card, Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { type Inline, moment, type Text } from '../../../chat/text.ts';
import type { ServiceKind } from '../../kinds.ts';
import { waiterOf } from '../../lifecycle/lifecycles.ts';
import type { ServiceLine } from '../../record/lines.ts';

type Words = Pick<Reader, 't'>;

interface Stands {
  readonly kind: ServiceKind;
  readonly state: string;
  readonly deadlineAt: Date | null;
}

/** "Security review · platform staff · due …". */
export function standsLine({ t }: Words, stands: Stands, now: Date): Text {
  const { kind, state, deadlineAt } = stands;
  const waiter = waiterOf(stands);
  const turn = waiter === 'nobody' ? '' : ` · ${t(`services.waits.${waiter}`)}`;
  const due: readonly Inline[] =
    deadlineAt === null
      ? []
      : [` · ${t(deadlineAt < now ? 'cases.late-since' : 'cases.due')} `, moment(deadlineAt)];
  return [`${t(`services.state.${kind}.${state}`)}${turn}`, ...due];
}

export const caseTitle = (t: Words['t'], { id, kind }: { readonly id: string; readonly kind: ServiceKind }) =>
  `${id} · ${t(`services.kind.${kind}`)}`;

export const lineSection = (words: Words, line: ServiceLine, now: Date): Section => ({
  title: `${caseTitle(words.t, line)} · ${line.providerName}`,
  body: standsLine(words, line, now),
});

const GOOD = ['ANSWERED', 'LIVE', 'SANDBOX', 'OUTCOME_RECORDED'];
const BAD = ['REFUSED', 'REVOKED', 'PRECHECK_FAIL'];

export function toneOf({ kind, state, deadlineAt }: Stands, now: Date): Card['tone'] {
  if (deadlineAt !== null && deadlineAt < now) return 'warning';
  if (BAD.includes(state)) return 'bad';
  if (GOOD.includes(state)) return 'good';
  return waiterOf({ kind, state, deadlineAt }) === 'nobody' ? 'neutral' : 'waiting';
}
