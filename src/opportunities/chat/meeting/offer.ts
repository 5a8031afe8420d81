import type { Answer, Click, FormHandler, Known } from '../../../chat/conversation.ts';
import type { Field, FormPage } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import { isRefused, refuse } from '../../../result.ts';
import { LONGEST_PLACE, offerTimes } from '../../actions/meeting/offer-times.ts';
import { sideOf } from '../../actions/meeting/sides.ts';
import { unknownOpportunity } from '../../actions/stale.ts';
import { TIME_INPUTS } from '../../need/meeting-times.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { type ListedPlace, placesOf } from '../../record/read/places.ts';
import { handleTo, OFFER_TIMES } from '../handles.ts';
import { drawMeeting } from './meeting-card.ts';

/** Opens the form for times; a brand with several interested providers says with whom. */
export const offerClick: Click = {
  action: OFFER_TIMES,
  effect: 'read',
  opensForm: true,
  run: async (talk, { subject, data }): Promise<Answer> => {
    const opportunity = await findOpportunity(talk.app, subject);
    if (!opportunity) return unknownOpportunity(subject);
    const places = await placesOf(talk.app, subject);
    const own = membershipsFor('opportunity.answer', talk.person).map(({ organisationId }) => organisationId);
    const interested = places.filter(
      ({ answer, providerId }) => answer === 'INTERESTED' && (own.length === 0 || own.includes(providerId)),
    );
    const [first] = interested;
    if (!first) return refuse('opportunities.not-interested');
    const side = sideOf(talk.person, opportunity, first.providerId);
    if (isRefused(side)) return side;
    return { kind: 'form', page: offerPage(talk, subject, { interested, chosen: data ?? first.providerId }) };
  },
};

export const offerForm: FormHandler = {
  form: OFFER_TIMES,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId, zone, t } = talk;
    const [time1, time2, time3] = TIME_INPUTS.map((name) => typed(values, name));
    const offered = await offerTimes(app, {
      ...{ actor, requestId, zone, opportunityId: target.subject },
      providerId: typed(values, 'provider') || (target.data ?? ''),
      typed: { time1: time1 ?? '', time2: time2 ?? '', time3: time3 ?? '', place: typed(values, 'place') },
    });
    if (isRefused(offered)) return offered;
    const card = await drawMeeting(app, talk, offered.ok.id);
    return { kind: 'closed', ...(card ? { card: { ...card, lead: t('opportunities.meeting.sent') } } : {}) };
  },
};

interface Interested {
  readonly interested: readonly ListedPlace[];
  readonly chosen: string;
}

function offerPage({ t, zone }: Known, id: string, { interested, chosen }: Interested): FormPage {
  const options = interested.map(({ providerId, provider }) => ({ value: providerId, label: provider }));
  const provider: Field = {
    kind: 'choice',
    name: 'provider',
    label: t('opportunities.meeting.with'),
    options,
    ...(options.some(({ value }) => value === chosen) ? { initial: chosen } : {}),
  };
  return {
    form: OFFER_TIMES,
    page: 'times',
    target: handleTo(OFFER_TIMES, id, chosen),
    title: t('opportunities.meeting.form'),
    intro: t('opportunities.meeting.intro', { zone }),
    fields: [
      ...(options.length > 1 ? [provider] : []),
      ...TIME_INPUTS.map(
        (name, index): Field => ({
          kind: 'text',
          name,
          label: t('opportunities.meeting.time', { number: index + 1 }),
          placeholder: t('opportunities.meeting.example'),
          maxLength: 40,
          ...(index === 0 ? {} : { optional: true }),
        }),
      ),
      {
        kind: 'text',
        name: 'place',
        label: t('opportunities.meeting.place'),
        help: t('opportunities.meeting.place-help'),
        maxLength: LONGEST_PLACE,
      },
    ],
    submitLabel: t('opportunities.meeting.submit'),
    closeLabel: t('common.button.cancel'),
  };
}
