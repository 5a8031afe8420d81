/** The quality standards as pages: about five a page, three inputs each, only those that the scope asks for. */
import { CATALOGUE } from '../../quality-standards/catalogue.ts';
import type { Remedy, StandardCode } from '../../quality-standards/line.ts';
import { CLAUSE_INPUT, NA_REASON_LENGTH, standardInputs } from '../../quality-standards/parse-line.ts';
import { DEFAULT_REMEDY, REMEDY_OPTIONS, remedyText } from '../../quality-standards/remedy.ts';
import { mandatoryStandards, offeredStandards } from '../../quality-standards/scopes.ts';
import { OPERATOR_SIGN } from '../../quality-standards/target.ts';
import type { ServiceScope } from '../../report.ts';
import type { FieldOption, FormPage, PageField, ProviderPageId } from '../page.ts';
import { optionalText } from '../typed/field-schema.ts';
import { LINE_BREAKS, lineWithin, listWithin, textWithin } from '../typed/text.ts';
import { input } from './input.ts';

const DELIVERABLES = { min: 1, max: 30, maxEntry: 120, separators: LINE_BREAKS };
const OWN_REMEDY = { min: 10, max: 1000 };
const CLAUSE = { max: 100 };

const GROUPS: readonly (readonly [ProviderPageId, readonly StandardCode[]])[] = [
  ['standards-service', ['QS01', 'QS02', 'QS03', 'QS04', 'QS05', 'QS06']],
  ['standards-cooperation', ['QS07', 'QS08', 'QS09', 'QS10']],
  ['standards-results', ['QS11', 'QS12', 'QS13', 'QS14']],
];

function standardsOnPage(page: ProviderPageId, scopes: readonly ServiceScope[]): readonly StandardCode[] {
  const offered = offeredStandards(scopes);
  return GROUPS.find(([id]) => id === page)?.[1].filter((code) => offered.includes(code)) ?? [];
}

/** A group without a standard for the scope has no page; the clause and the own remedy stand where all have one. */
export function standardsPages(scopes: readonly ServiceScope[]): readonly FormPage[] {
  const mandatory = mandatoryStandards(scopes);
  return GROUPS.map(([id]) => ({ id, codes: standardsOnPage(id, scopes) }))
    .filter(({ codes }) => codes.length > 0)
    .map(({ id, codes }) => ({
      id,
      title: `fields.page.${id}`,
      confidential: true,
      fields: [
        ...codes.flatMap((code) => standardFields(code, mandatory.includes(code))),
        ...extraFields(id, codes),
      ],
    }));
}

function standardFields(code: StandardCode, mandatory: boolean): readonly PageField[] {
  const spec = CATALOGUE[code];
  const names = standardInputs(code);
  const messageData = {
    code,
    sign: OPERATOR_SIGN[spec.operator],
    min: spec.min,
    max: spec.max,
    example: spec.example,
  };
  const label = `standards.label.${spec.metric}`;
  return [
    input(names.target, 'text', {
      mandatory: mandatory ? 'sometimes' : 'never',
      maxLength: 40,
      ...{ label, help: `standards.help.${spec.metric}`, messageData },
    }),
    input(names.remedy, 'choice', {
      mandatory: 'never',
      options: REMEDY_OPTIONS.map(remedyOption),
      initial: remedyText(DEFAULT_REMEDY),
      ...{ label: 'standards.input.remedy', help: 'standards.input.remedy-help', messageData },
    }),
    input(names.naReason, 'text', {
      mandatory: 'never',
      maxLength: NA_REASON_LENGTH.max,
      ...{ label: 'standards.input.na-reason', help: 'standards.input.na-reason-help', messageData },
    }),
  ];
}

/** The menu's words: `standards.remedy.FIX_IN_DAYS` with its days, `standards.remedy.FEE_CREDIT` with its per cent. */
function remedyOption(remedy: Remedy): FieldOption {
  const label = `standards.remedy.${remedy.kind}`;
  const value = remedyText(remedy);
  if (remedy.kind === 'FIX_IN_DAYS') return { value, label, labelData: { days: remedy.days } };
  return remedy.kind === 'FEE_CREDIT'
    ? { value, label, labelData: { percent: remedy.bp / 100 } }
    : { value, label };
}

function extraFields(id: ProviderPageId, codes: readonly StandardCode[]): readonly PageField[] {
  const deliverables = input('deliverables', 'longText', { mandatory: 'sometimes', maxLength: 4000 });
  // Every scope has the cooperation page, so what concerns all standards is asked there.
  const shared = [
    input(CLAUSE_INPUT, 'text', { mandatory: 'never', maxLength: CLAUSE.max }),
    input('ownRemedyText', 'longText', { mandatory: 'never', maxLength: OWN_REMEDY.max }),
  ];
  return [
    ...(codes.includes('QS14') ? [deliverables] : []),
    ...(id === 'standards-cooperation' ? shared : []),
  ];
}

export const standardsShape = () => ({
  [CLAUSE_INPUT]: optionalText(lineWithin(CLAUSE)),
  ownRemedyText: optionalText(textWithin(OWN_REMEDY)),
  deliverables: optionalText(listWithin(DELIVERABLES)),
});
