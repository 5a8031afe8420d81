import type { Card } from '../../../chat/card.ts';
import type { Answer, Click, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import type { FormPage, FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { allOf } from '../../../directory/typed-facts.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { readField, requiredText } from '../../../reports/fields/typed/field-schema.ts';
import { wholeNumber } from '../../../reports/fields/typed/number.ts';
import { isRefused, type Refusal, refuse } from '../../../result.ts';
import { type Supposed, supposedNow, type WhatIf, whatIf } from '../../explain/what-if.ts';
import { findRating, type StoredSnapshot } from '../../record/rating-record.ts';
import { DIMENSIONS } from '../../rules.ts';
import { RATING, SIMULATE } from '../handles.ts';
import { number } from '../show/rating-card.ts';
import { withProvider } from '../which-provider.ts';

export const ratingSimulate: Command = {
  area: 'rating',
  verb: 'simulate',
  options: [{ name: 'provider', kind: 'provider', required: false, rest: true }],
  who: 'rating.simulate',
  effect: 'read',
  run: (talk, { provider }) =>
    withProvider(talk, { typed: provider, action: SIMULATE }, (id) => opened(talk, id)),
};

export const simulateClick: Click = {
  action: SIMULATE,
  effect: 'read',
  run: (talk, { subject }) => opened(talk, subject),
};

/** Nothing is kept: the same figures can be tried again from the button. */
export const simulateForm: FormHandler = {
  form: SIMULATE,
  effect: 'read',
  run: async (talk, { target, values }) => {
    const latest = await latestOf(talk, target.subject);
    if ('refused' in latest) return latest;
    const supposed = supposedOf(values);
    if (isRefused(supposed)) return supposed;
    return { kind: 'closed', card: resultCard(talk, target.subject, whatIf(latest.input, supposed.ok)) };
  },
};

async function opened(talk: Known, providerId: OrganisationId): Promise<Answer> {
  const latest = await latestOf(talk, providerId);
  if ('refused' in latest) return latest;
  return { kind: 'form', page: page(talk, providerId, latest) };
}

async function latestOf(talk: Known, providerId: OrganisationId): Promise<StoredSnapshot | Refusal> {
  const refusal = permissionRefusal(permitted('rating.simulate', talk.person, { providerId }));
  if (refusal) return refusal;
  const [latest] = (await findRating(talk.app, providerId)).snapshots;
  return latest ?? refuse('ratings.provider-unrated', { provider: providerId });
}

const INPUTS = [
  'met',
  'missed',
  'renewed',
  'lost',
  'certified',
] as const satisfies readonly (keyof Supposed)[];
const MOST = 100_000;

function page({ t }: Known, subject: OrganisationId, { input, quarter }: StoredSnapshot): FormPage {
  const now = supposedNow(input);
  return {
    form: SIMULATE,
    page: 'figures',
    target: { ...RATING, action: SIMULATE, subject },
    title: t('ratings.simulate.title'),
    intro: t('ratings.simulate.intro', { quarter }),
    fields: INPUTS.map((name) => ({
      kind: 'number' as const,
      name,
      label: t(`ratings.simulate.${name}`),
      initial: String(now[name]),
    })),
    submitLabel: t('ratings.simulate.submit'),
    closeLabel: t('common.button.cancel'),
  };
}

function supposedOf(values: FormValues) {
  const whole = (name: keyof Supposed, max = MOST) =>
    readField(requiredText(wholeNumber({ min: 0, max })), name, typed(values, name));
  return allOf<Supposed>({
    met: whole('met'),
    missed: whole('missed'),
    renewed: whole('renewed'),
    lost: whole('lost'),
    certified: whole('certified', 100),
  });
}

function resultCard({ t }: Known, subject: OrganisationId, { before, after }: WhatIf): Card {
  const changed = DIMENSIONS.filter(
    (dimension) => String(before.dimensions[dimension].score) !== String(after.dimensions[dimension].score),
  );
  const change = (key: string, one: WhatIf['before']['score'], other: WhatIf['before']['score']) =>
    t(`ratings.simulate.${key}`, {
      before: number(one?.toNumber() ?? null),
      after: number(other?.toNumber() ?? null),
    });
  return {
    tone: 'neutral',
    title: t('ratings.simulate.result'),
    sections: [
      {
        list: [
          change('score-change', before.score, after.score),
          change('published-change', before.published, after.published),
          ...changed.map((dimension) =>
            t('ratings.simulate.dimension-change', {
              dimension: t(`ratings.dimension.${dimension}`),
              before: number(before.dimensions[dimension].score?.toNumber() ?? null),
              after: number(after.dimensions[dimension].score?.toNumber() ?? null),
            }),
          ),
        ],
      },
    ],
    actions: [
      { label: t('ratings.show.try-it'), tone: 'plain', handle: { ...RATING, action: SIMULATE, subject } },
    ],
    footer: t('ratings.simulate.footer'),
  };
}
