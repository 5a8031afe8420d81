import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import type { Field, FormPage } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import { today } from '../../../reports/periods.ts';
import { isRefused, refuse } from '../../../result.ts';
import { answerSurvey, QUESTIONS, type Question } from '../../actions/evidence/answer-survey.ts';
import { PROGRAMME_ZONE, type Quarter, quarterOf } from '../../cycle/quarter.ts';
import { effectivePairs, type Pair } from '../../record/evidence/pairs.ts';
import { SURVEY } from '../handles.ts';
import { choiceCard, handleOf } from './choice-card.ts';

/** `/rating survey`: the providers that one's stores work with, each once for a store and quarter. */
export const ratingSurvey: Command = {
  area: 'rating',
  verb: 'survey',
  options: [],
  who: 'rating.survey',
  effect: 'read',
  run: async (talk) => {
    const stores = membershipsFor('rating.survey', talk.person).map(({ organisationId }) => organisationId);
    const { quarter, pairs } = await pairsNow(talk, stores);
    const open = pairs.filter(({ related, answered }) => !related && !answered);
    const [only, ...others] = open;
    if (!only) {
      const answered = pairs.some((pair) => pair.answered);
      return answered ? refuse('ratings.survey-answered', { quarter }) : refuse('ratings.survey-none');
    }
    if (others.length > 0) return { kind: 'card', card: choiceCard(talk.t, open, quarter) };
    return { kind: 'form', page: surveyPage(talk, only, quarter) };
  },
};

export const surveyClick: Click = {
  action: SURVEY,
  effect: 'read',
  run: async (talk, { subject: providerId, data: storeId = '' }): Promise<Answer> => {
    const { quarter, pairs } = await pairsNow(talk, [storeId]);
    const pair = pairs.find((each) => each.providerId === providerId);
    if (!pair) return refuse('ratings.survey-no-relationship');
    return { kind: 'form', page: surveyPage(talk, pair, quarter) };
  },
};

export const surveyForm: FormHandler = {
  form: SURVEY,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId, t } = talk;
    const answered = await answerSurvey(app, {
      actor,
      requestId,
      storeId: target.data ?? '',
      providerId: target.subject,
      answers: {
        results: typed(values, 'results'),
        responsiveness: typed(values, 'responsiveness'),
        honesty: typed(values, 'honesty'),
        wouldRenew: typed(values, 'wouldRenew'),
      },
    });
    if (isRefused(answered)) return answered;
    const { quarter } = answered.ok;
    return { kind: 'closed', card: { tone: 'good', title: t('ratings.survey.thanks', { quarter }) } };
  },
};

interface PairsNow {
  readonly quarter: Quarter;
  readonly pairs: readonly Pair[];
}

async function pairsNow({ app }: Known, stores: readonly string[]): Promise<PairsNow> {
  const quarter = quarterOf(today(app.clock.now(), PROGRAMME_ZONE));
  return { quarter, pairs: await effectivePairs(app, stores, quarter) };
}

function surveyPage({ t }: Known, pair: Pair, quarter: Quarter): FormPage {
  return {
    form: SURVEY,
    page: 'answers',
    target: handleOf(pair),
    title: t('ratings.survey.title'),
    intro: t('ratings.survey.intro', { store: pair.storeName, provider: pair.providerName, quarter }),
    fields: QUESTIONS.map((question) => starsField(t(`ratings.survey.${question}`), question)),
    submitLabel: t('ratings.survey.submit'),
    closeLabel: t('common.button.cancel'),
  };
}

const STARS = ['5', '4', '3', '2', '1'] as const;

const starsField = (label: string, name: Question): Field => ({
  kind: 'choice',
  name,
  label,
  options: STARS.map((value) => ({ value, label: '★'.repeat(Number(value)) })),
});
