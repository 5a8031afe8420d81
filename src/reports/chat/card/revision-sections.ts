import type { Fact, Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { day } from '../../../chat/text.ts';
import { categoryName } from '../../../directory/categories.ts';
import type { RevisionFields } from '../../fields/revision-fields.ts';
import type { Case } from '../../record/case.ts';
import { nameIn } from '../../record/people.ts';
import { fieldLabel } from '../field-label.ts';
import { amount, standardText } from './standard-text.ts';

/** What the provider filed. Holds fees and contacts: for the pair and staff in private only, never for a channel (§4.2). */
export function revisionSections(reader: Reader, parties: Case): readonly Section[] {
  const fields = parties.current?.fields;
  if (!fields) return [];
  const { t } = reader;
  return [
    { title: t('fields.page.contract'), facts: contractFacts(reader, fields) },
    { title: t('fields.page.fees'), facts: feeFacts(reader, fields) },
    { title: t('fields.page.team'), facts: teamFacts(reader, fields, parties) },
    { title: t('fields.page.terms'), facts: termFacts(reader, fields) },
    {
      title: t('cases.section.standards'),
      list: fields.qualityStandards.map((line) => standardText(reader, line, fields.currency)),
      facts: standardFacts(reader, fields),
    },
  ];
}

type Facts = readonly Fact[];

/** One input of the form with what was filed in it; none where nothing was. */
function filed({ t }: Pick<Reader, 't'>, name: string, value: Fact['value'] | number | null): Facts {
  if (value === null || value === '') return [];
  return [{ label: fieldLabel(t, name), value: typeof value === 'number' ? String(value) : value }];
}

function contractFacts(reader: Reader, fields: RevisionFields): Facts {
  const { t, locale } = reader;
  const categories = fields.categories.map((code) => categoryName(code, locale)).join(t('common.comma'));
  return [
    ...filed(reader, 'contractNo', fields.contractNo),
    ...filed(reader, 'contractSignedOn', [day(fields.contractSignedOn)]),
    { label: t('cases.fact.contract'), value: [day(fields.contractStart), ' – ', day(fields.contractEnd)] },
    ...filed(reader, 'categories', categories),
    ...filed(reader, 'brands', fields.brands.join(t('common.comma'))),
  ];
}

function feeFacts(reader: Reader, fields: RevisionFields): Facts {
  const { t, locale } = reader;
  const { feeModel, currency, commissionBp, settlementRoute, gmvGuarantee } = fields;
  return [
    ...filed(reader, 'feeModel', t(`fields.option.feeModel.${feeModel}`)),
    ...filed(reader, 'fixedFee', amount(locale, fields.fixedFeeMinor, currency)),
    ...filed(reader, 'commission', commissionBp === null ? null : `${commissionBp / 100} %`),
    ...filed(reader, 'settlementRoute', t(`fields.option.settlementRoute.${settlementRoute}`)),
    ...filed(reader, 'gmvTarget', amount(locale, fields.gmvTargetMinor, currency)),
    ...filed(reader, 'gmvGuarantee', gmvGuarantee ? t('fields.option.yesNo.YES') : null),
  ];
}

function teamFacts(reader: Reader, { team, contactProvider }: RevisionFields, parties: Case): Facts {
  const comma = reader.t('common.comma');
  const contacts = contactProvider.principalIds.map((id) => nameIn(parties, id)).join(comma);
  return [
    ...filed(reader, 'accountManager', team.accountManager),
    ...filed(reader, 'backups', team.backups.join(comma)),
    ...filed(reader, 'headcountOperations', team.headcount.operations),
    ...filed(reader, 'headcountCustomerService', team.headcount.customerService),
    ...filed(reader, 'headcountOther', team.headcount.other),
    ...filed(reader, 'contactPrincipals', contacts),
    ...filed(reader, 'contactOutOfChat', contactProvider.outOfChat),
  ];
}

function termFacts(reader: Reader, fields: RevisionFields): Facts {
  const { declared, text } = fields.relatedParty;
  return [
    ...filed(reader, 'dataAccess', fields.dataAccess.join(reader.t('common.comma'))),
    ...filed(reader, 'terminationNoticeDays', fields.terminationNoticeDays),
    ...filed(reader, 'handoverDays', fields.handoverDays),
    ...filed(
      reader,
      'relatedParty',
      reader.t(`fields.option.relatedParty.${declared ? 'DECLARED' : 'NONE'}`),
    ),
    ...filed(reader, 'relatedPartyText', text),
  ];
}

function standardFacts(
  reader: Reader,
  { qualityStandards, deliverables, ownRemedyText }: RevisionFields,
): Facts {
  const clause =
    qualityStandards.find(({ contractClause }) => contractClause !== null)?.contractClause ?? null;
  return [
    ...filed(reader, 'standardsClause', clause),
    ...filed(reader, 'deliverables', deliverables.join(reader.t('common.comma'))),
    ...filed(reader, 'ownRemedyText', ownRemedyText),
  ];
}
