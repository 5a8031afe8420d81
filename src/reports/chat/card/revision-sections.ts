import type { Fact, Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { day } from '../../../chat/text.ts';
import { categoryName } from '../../../directory/categories.ts';
import type { RevisionFields } from '../../fields/revision-fields.ts';
import { currencyExponent } from '../../fields/typed/money.ts';
import { CATALOGUE } from '../../quality-standards/catalogue.ts';
import type { Remedy, StandardLine } from '../../quality-standards/line.ts';
import { OPERATOR_SIGN } from '../../quality-standards/target.ts';
import { fieldLabel } from '../field-label.ts';

/** What the provider filed. Holds fees and contacts: for the pair and staff in private only, never for a channel (§4.2). */
export function revisionSections(reader: Reader, fields: RevisionFields): readonly Section[] {
  const { t } = reader;
  return [
    { title: t('fields.page.contract'), facts: contractFacts(reader, fields) },
    { title: t('fields.page.fees'), facts: feeFacts(reader, fields) },
    { title: t('fields.page.team'), facts: teamFacts(reader, fields) },
    {
      title: t('cases.section.standards'),
      list: fields.qualityStandards.map((line) => standardText(reader, line)),
    },
  ];
}

function contractFacts(reader: Reader, fields: RevisionFields): readonly Fact[] {
  const { t, locale } = reader;
  const named = (name: string, value: Fact['value']): Fact => ({ label: fieldLabel(t, name), value });
  return [
    named('contractNo', fields.contractNo),
    named('contractSignedOn', [day(fields.contractSignedOn)]),
    { label: t('cases.fact.contract'), value: [day(fields.contractStart), ' – ', day(fields.contractEnd)] },
    named('categories', fields.categories.map((code) => categoryName(code, locale)).join(t('common.comma'))),
    named('brands', fields.brands.join(t('common.comma'))),
    named('terminationNoticeDays', String(fields.terminationNoticeDays)),
    named('handoverDays', String(fields.handoverDays)),
  ];
}

function feeFacts({ t, locale }: Reader, fields: RevisionFields): readonly Fact[] {
  const fact = (name: string, value: string | null): readonly Fact[] =>
    value === null ? [] : [{ label: fieldLabel(t, name), value }];
  return [
    ...fact('feeModel', t(`fields.option.feeModel.${fields.feeModel}`)),
    ...fact('fixedFee', amount(locale, fields.fixedFeeMinor, fields.currency)),
    ...fact('commission', fields.commissionBp === null ? null : `${fields.commissionBp / 100} %`),
    ...fact('settlementRoute', t(`fields.option.settlementRoute.${fields.settlementRoute}`)),
    ...fact('gmvTarget', amount(locale, fields.gmvTargetMinor, fields.currency)),
  ];
}

function teamFacts({ t }: Reader, { team, contactProvider, dataAccess }: RevisionFields): readonly Fact[] {
  const named = (name: string, value: string): Fact => ({ label: fieldLabel(t, name), value });
  return [
    named('accountManager', team.accountManager),
    named('backups', team.backups.join(t('common.comma'))),
    named('contactOutOfChat', contactProvider.outOfChat),
    named('dataAccess', dataAccess.join(t('common.comma'))),
  ];
}

/** Money in minor units, in the reader's way of writing it. */
export function amount(locale: string, minor: number | null, currency: string | null): string | null {
  if (minor === null || currency === null) return null;
  const value = minor / 10 ** currencyExponent(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
}

/** `QS03 On-time shipment ≥ 95 % · repair in 7 days`, or the reason why it does not apply. */
export function standardText({ t }: Reader, line: StandardLine): string {
  const name = `${line.code} ${t(`standards.metric.${CATALOGUE[line.code].metric}`)}`;
  if (line.target === null)
    return `${name}: ${t('standards.not-applicable', { reason: line.naReason ?? '' })}`;
  const target = `${OPERATOR_SIGN[line.operator]} ${line.target} ${t(`standards.unit.${line.unit}`)}`;
  return line.remedy === null ? `${name} ${target}` : `${name} ${target} · ${remedyName({ t }, line.remedy)}`;
}

/** What a miss costs, in the words of the form. */
export function remedyName({ t }: Pick<Reader, 't'>, remedy: Remedy): string {
  const key = `standards.remedy.${remedy.kind}`;
  if (remedy.kind === 'FIX_IN_DAYS') return t(key, { days: remedy.days });
  return remedy.kind === 'FEE_CREDIT' ? t(key, { percent: remedy.bp / 100 }) : t(key);
}
