/** A revision's fields under the names of the inputs they came from, so that a change is told in the form's own words. */
import type { StandardLine } from '../quality-standards/line.ts';
import { CLAUSE_INPUT } from '../quality-standards/parse-line.ts';
import { SERVICE_SCOPES } from '../report.ts';
import { providerPages, storePages } from './forms.ts';
import type { PageField } from './page.ts';
import type { RevisionFields } from './revision-fields.ts';

/** In the order of the form; each standard under `QS01.target`, `QS01.remedy`, `QS01.naReason` and what is measured. */
export function byInput(fields: RevisionFields): ReadonlyMap<string, unknown> {
  const {
    fixedFeeMinor,
    commissionBp,
    gmvTargetMinor,
    team,
    contactProvider,
    relatedParty,
    exceptions,
    ...rest
  } = fields;
  const { qualityStandards, ...plain } = rest;
  return new Map<string, unknown>([
    ...Object.entries(plain),
    ...Object.entries({ fixedFee: fixedFeeMinor, commission: commissionBp, gmvTarget: gmvTargetMinor }),
    ...Object.entries(teamByInput(team)),
    ['contactPrincipals', contactProvider.principalIds],
    ['contactOutOfChat', contactProvider.outOfChat],
    ['relatedParty', relatedParty.declared ? 'DECLARED' : 'NONE'],
    ['relatedPartyText', relatedParty.text],
    ['exceptionCodes', exceptions.map(({ code, requestedBy }) => ({ code, requestedBy }))],
    ['exceptionText', exceptions.map(({ text }) => text)],
    ...clausesByInput(qualityStandards),
    ...qualityStandards.flatMap(lineByInput),
  ]);
}

const teamByInput = ({ accountManager, backups, headcount }: RevisionFields['team']) => ({
  accountManager,
  backups,
  headcountOperations: headcount.operations,
  headcountCustomerService: headcount.customerService,
  headcountOther: headcount.other,
});

/** The form asks for one clause for all standards, so one change of it is told once. */
function clausesByInput(lines: readonly StandardLine[]): readonly [string, unknown][] {
  const clauses = [...new Set(lines.map((line) => line.contractClause))];
  return clauses.length === 1
    ? [[CLAUSE_INPUT, clauses[0]]]
    : lines.map((line) => [`${line.code}.clause`, line.contractClause]);
}

function lineByInput({
  code,
  contractClause: _toldOnce,
  ...line
}: StandardLine): readonly [string, unknown][] {
  return Object.entries(line).map(([key, value]) => [`${code}.${key}`, value]);
}

const INPUTS: ReadonlyMap<string, PageField> = new Map(
  [...providerPages(SERVICE_SCOPES), ...storePages]
    .flatMap((page) => page.fields)
    .map((field) => [field.name, field]),
);

/** The input of that name as the form shows it: its label is how a blank or a change is called to people. */
export const inputNamed = (name: string): PageField | undefined => INPUTS.get(name);
