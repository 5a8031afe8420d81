import type { Answer, Click, FormHandler, Known } from '../../chat/conversation.ts';
import type { Field, FormPage, Option } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import { isRefused, refuse } from '../../result.ts';
import { decideOpportunity, LONGEST_REASON, type Outcome } from '../actions/decide-opportunity.ts';
import { changedMeanwhile, unknownOpportunity } from '../actions/stale.ts';
import { can } from '../lifecycle/table.ts';
import type { Opportunity } from '../need/opportunity.ts';
import { meetingsOf } from '../record/read/meetings.ts';
import { findOpportunity } from '../record/read/opportunity.ts';
import { placesOf } from '../record/read/places.ts';
import { handleOf, OUTCOME } from './handles.ts';
import { closedWith } from './show.ts';

export const outcomeClick: Click = {
  action: OUTCOME,
  effect: 'read',
  opensForm: true,
  run: async (talk, { subject, stateSeq }): Promise<Answer> => {
    const opportunity = await findOpportunity(talk.app, subject);
    if (!opportunity) return unknownOpportunity(subject);
    const subjectOf = { storeId: opportunity.storeId ?? '' };
    const refusal = permissionRefusal(permitted('opportunity.decide', talk.person, subjectOf));
    if (refusal) return refusal;
    if (opportunity.stateSeq !== stateSeq) return changedMeanwhile(talk.app, subject);
    const { state } = opportunity;
    if (!can(state, 'withdraw'))
      return refuse('opportunities.not-in-this-state', { opportunityState: state });
    return { kind: 'form', page: outcomePage(talk, opportunity, await optionsFor(talk, opportunity)) };
  },
};

export const outcomeForm: FormHandler = {
  form: OUTCOME,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId, t } = talk;
    const outcome = outcomeOf(typed(values, 'outcome'));
    if (outcome === null) return refuse('opportunities.choose-one', {}, 'outcome');
    const decided = await decideOpportunity(app, {
      ...{ actor, requestId, outcome, opportunityId: target.subject, stateSeq: target.stateSeq },
      reason: typed(values, 'reason'),
    });
    return isRefused(decided)
      ? decided
      : closedWith(talk, target.subject, t(`opportunities.ended.${outcome.kind}`));
  },
};

const WON = 'WON:';

function outcomeOf(chosen: string): Outcome | null {
  if (chosen.startsWith(WON)) return { kind: 'WON', providerId: chosen.slice(WON.length) };
  return chosen === 'LOST' || chosen === 'WITHDRAWN' ? { kind: chosen } : null;
}

/** Whoever met and still wants to can have won. */
async function optionsFor({ app, t }: Known, { id, state }: Opportunity): Promise<readonly Option[]> {
  const [places, meetings] = await Promise.all([placesOf(app, id), meetingsOf(app, id)]);
  const met = new Set(
    meetings.flatMap(({ providerId, state: agreed }) => (agreed === 'AGREED' ? [providerId] : [])),
  );
  const winners = places.filter(({ providerId, answer }) => answer === 'INTERESTED' && met.has(providerId));
  return [
    ...winners.map(({ providerId, provider }) => ({
      value: `${WON}${providerId}`,
      label: t('opportunities.outcome.won', { provider }),
    })),
    ...(can(state, 'lose') ? [{ value: 'LOST', label: t('opportunities.outcome.lost') }] : []),
    { value: 'WITHDRAWN', label: t('opportunities.outcome.withdrawn') },
  ];
}

function outcomePage({ t }: Known, opportunity: Opportunity, options: readonly Option[]): FormPage {
  const outcome: Field = {
    kind: 'choice',
    name: 'outcome',
    label: t('opportunities.outcome.outcome'),
    help: t('opportunities.outcome.help'),
    options,
  };
  return {
    form: OUTCOME,
    page: 'outcome',
    target: handleOf(OUTCOME, opportunity),
    title: t('opportunities.outcome.title'),
    fields: [
      outcome,
      {
        kind: 'longText',
        name: 'reason',
        label: t('opportunities.outcome.reason'),
        help: t('opportunities.outcome.reason-help'),
        maxLength: LONGEST_REASON,
        optional: true,
      },
    ],
    submitLabel: t('opportunities.outcome.submit'),
    closeLabel: t('common.button.cancel'),
  };
}
