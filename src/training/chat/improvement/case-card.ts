import type { Button, Card, Fact } from '../../../chat/card.ts';
import { day, moment, type Text } from '../../../chat/text.ts';
import type { Audience, CardView } from '../../../delivery/view.ts';
import { permitted } from '../../../people/permissions.ts';
import { addDays } from '../../../reports/periods.ts';
import { CASE_VIEW } from '../../actions/improvement/open-case.ts';
import { type CaseEvent, type CaseState, possibleEvents } from '../../improvement/lifecycle.ts';
import { caseById, type ImprovementCase } from '../../record/improvement/cases.ts';
import { PLAN } from '../../rules.ts';
import { idOf } from '../../subjects.ts';
import { IMPROVE } from '../handles.ts';

/** For staff, and for the provider whom it is about. */
export const caseView: CardView = {
  name: CASE_VIEW,
  draw: async (app, audience, subject) => {
    const found = await caseById(app, idOf(subject));
    const { person } = audience;
    if (!found || !person) return null;
    return permitted('training.plan', person, { providerId: found.providerId }).allowed
      ? [caseCard(audience, found)]
      : null;
  },
};

export function caseCard(audience: Audience, found: ImprovementCase): Card {
  const { t } = audience;
  const { provider, state, dueAt, signals } = found;
  const lead: Text =
    state === 'OPEN'
      ? t.text('training.improvement.state.OPEN', { due: moment(dueAt) })
      : t(`training.improvement.state.${state}`);
  return {
    tone: TONE[state],
    title: t('training.improvement.title', { provider }),
    lead,
    facts: facts(audience, found),
    sections: [
      { title: t('training.improvement.signals'), list: signals.map((signal) => signalText(t, signal)) },
      ...planDays(audience, found),
    ],
    actions: buttons(audience, found),
    footer: t('training.improvement.footer'),
  };
}

const TONE = {
  OPEN: 'waiting',
  TALKED: 'waiting',
  PLANNED: 'waiting',
  FAILED: 'warning',
  EXIT_PROPOSED: 'bad',
  MET: 'good',
  CLOSED: 'neutral',
  EXITED: 'bad',
} as const satisfies Record<CaseState, Card['tone']>;

function signalText(t: Audience['t'], signal: string): string {
  const [, dimension] = /^floor-(D\d)$/.exec(signal) ?? [];
  return dimension === undefined
    ? t(`training.improvement.signal.${signal}`)
    : t('training.improvement.signal.floor', { dimension: t(`ratings.dimension.${dimension}`) });
}

/** The leads' own deliberation stays theirs: a proposal's ground is not the provider's to read before it is decided. */
function facts({ t, person }: Audience, found: ImprovementCase): readonly Fact[] {
  const staff = permitted('staff.improvement', person).allowed;
  const { note, goals, support, ground, state } = found;
  const fact = (name: string, value: string | null): readonly Fact[] =>
    value === null ? [] : [{ label: t(`training.improvement.${name}`), value }];
  return [
    ...fact('note', staff ? note : null),
    ...fact('goals', goals),
    ...fact('support', support),
    ...fact('ground', staff || state !== 'EXIT_PROPOSED' ? ground : null),
  ];
}

function planDays({ t }: Audience, { planFrom }: ImprovementCase) {
  if (planFrom === null) return [];
  const list = PLAN.checkDays.map((after) =>
    t.text('training.improvement.look', { after, day: day(addDays(planFrom, after)) }),
  );
  return [{ title: t('training.improvement.days'), list }];
}

const EXITS: readonly CaseEvent[] = ['proposeExit', 'exit', 'keep'];
const DANGEROUS: readonly CaseEvent[] = ['proposeExit', 'exit', 'fail'];

function buttons({ t, person }: Audience, found: ImprovementCase): readonly Button[] {
  const { id, stateSeq, proposedBy } = found;
  const may = (event: CaseEvent) =>
    permitted(EXITS.includes(event) ? 'staff.exit' : 'staff.improve', person).allowed &&
    !(EXITS.includes(event) && proposedBy === person?.principalId);
  return possibleEvents(found)
    .filter(may)
    .map((event) => ({
      label: t(`training.improvement.event.${event}`),
      tone: DANGEROUS.includes(event) ? 'danger' : 'primary',
      handle: { action: IMPROVE, subject: id, revision: 0, stateSeq, data: event },
    }));
}
