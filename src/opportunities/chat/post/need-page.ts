import type { HandleSpec } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import type { Field, FormPage, FormValues } from '../../../chat/form.ts';
import { typed, typedAll } from '../../../chat/form-values.ts';
import { CATEGORIES, categoryName } from '../../../directory/categories.ts';
import { chosen, dateInput, textInput } from '../../../directory/chat/inputs.ts';
import { SERVICE_SCOPES } from '../../../reports/report.ts';
import type { PostOpportunity } from '../../actions/post-opportunity.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { LONGEST_BRAND, LONGEST_DETAILS } from '../../need/typed-need.ts';
import { BANDS, LANGUAGES, MARKETS } from '../../need/vocabulary.ts';
import { POST } from '../handles.ts';
import { choicesInput } from './inputs.ts';

const LONGEST_STORE = 120;

/** Everything that a need is made of. */
export function needPage(talk: Known, target: HandleSpec, values: FormValues): FormPage {
  const { t } = talk;
  const text = (name: string) => ({ name, label: t(`opportunities.fact.${keyOf(name)}`) });
  return {
    form: POST,
    page: 'need',
    target,
    title: t('opportunities.post.title'),
    intro: t('opportunities.post.intro'),
    fields: [
      textInput(values, { ...text('brand'), maxLength: LONGEST_BRAND }),
      textInput(values, {
        ...text('store'),
        help: t('opportunities.post.store-help'),
        maxLength: LONGEST_STORE,
        optional: true,
      }),
      categoryInput(talk, values),
      choicesInput(values, {
        ...text('scopes'),
        options: SERVICE_SCOPES.map((value) => ({ value, label: t(`fields.option.serviceScope.${value}`) })),
      }),
      ...marketInputs(talk, values),
      bandInput(talk, values),
      dateInput(values, text('startsOn')),
      dateInput(values, { ...text('answerUntil'), help: t('opportunities.post.until-help') }),
      confidentialInput(talk, values),
      textInput(values, {
        ...text('details'),
        kind: 'longText',
        help: t('opportunities.post.details-help'),
        maxLength: LONGEST_DETAILS,
        optional: true,
      }),
    ],
    submitLabel: t('opportunities.post.submit'),
    closeLabel: t('common.button.cancel'),
  };
}

const keyOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function categoryInput({ t, locale }: Known, values: FormValues): Field {
  const codes = Object.keys(CATEGORIES);
  return {
    kind: 'choice',
    name: 'category',
    label: t('opportunities.fact.category'),
    options: codes.map((value) => ({ value, label: categoryName(value, locale) })),
    ...chosen(values, 'category', codes),
  };
}

function marketInputs(talk: Known, values: FormValues): readonly Field[] {
  const { t } = talk;
  const input = (name: 'markets' | 'languages', key: string, codes: readonly string[]) =>
    choicesInput(values, {
      name,
      label: t(`opportunities.fact.${name}`),
      help: t('opportunities.post.any-help'),
      options: codes.map((value) => ({ value, label: t(`opportunities.${key}.${value}`) })),
      optional: true,
    });
  return [input('markets', 'market', MARKETS), input('languages', 'language', LANGUAGES)];
}

const bandInput = ({ t }: Known, values: FormValues): Field => ({
  kind: 'choice',
  name: 'band',
  label: t('opportunities.fact.band'),
  options: BANDS.map((value) => ({ value, label: t(`opportunities.band.${value}`) })),
  ...chosen(values, 'band', BANDS),
});

const YES_NO = ['NO', 'YES'] as const;

const confidentialInput = ({ t }: Known, values: FormValues): Field => ({
  kind: 'choice',
  name: 'confidential',
  label: t('opportunities.fact.confidential'),
  help: t('opportunities.post.confidential-help'),
  options: YES_NO.map((value) => ({ value, label: t(`fields.option.yesNo.${value}`) })),
  ...chosen({ confidential: 'NO', ...values }, 'confidential', YES_NO),
});

/** What stands in the form of a draft that is edited. */
export const needValues = (opportunity: Opportunity): FormValues => ({
  brand: opportunity.brand,
  store: opportunity.storeId ?? '',
  category: opportunity.category,
  scopes: opportunity.scopes,
  markets: opportunity.markets,
  languages: opportunity.languages,
  band: opportunity.band,
  startsOn: opportunity.startsOn,
  answerUntil: opportunity.answerUntil,
  confidential: opportunity.confidential ? 'YES' : 'NO',
  details: opportunity.details,
});

export const typedNeed = (values: FormValues): PostOpportunity['typed'] => ({
  brand: typed(values, 'brand'),
  store: typed(values, 'store'),
  category: typed(values, 'category'),
  scopes: typedAll(values, 'scopes'),
  markets: typedAll(values, 'markets'),
  languages: typedAll(values, 'languages'),
  band: typed(values, 'band'),
  startsOn: typed(values, 'startsOn'),
  answerUntil: typed(values, 'answerUntil'),
  confidential: typed(values, 'confidential'),
  details: typed(values, 'details'),
});
