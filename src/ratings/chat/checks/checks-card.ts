import type { Button, Card } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { targetText } from '../../../reports/chat/card/standard-text.ts';
import { CATALOGUE } from '../../../reports/quality-standards/catalogue.ts';
import { OPERATOR_SIGN } from '../../../reports/quality-standards/target.ts';
import {
  dueIn,
  type MonthChecks,
  type MonthStandard,
  type RecordedCheck,
} from '../../record/checks/month-checks.ts';
import { ENTER_CHECKS, EXEMPT_CHECK, RATING } from '../handles.ts';

/** A month of a report: every filed standard beside what was measured of it, and what can be done about a miss. */
export function checksCard(reader: Reader, person: Actor, checks: MonthChecks): Card {
  const { t } = reader;
  const { reportId, month, providerName, storeName, recorded } = checks;
  const count = (verdict: string) => recorded.filter((each) => each.verdict === verdict).length;
  const missed = count('MISSED');
  return {
    tone: recorded.length === 0 ? 'waiting' : missed > 0 ? 'warning' : 'good',
    title: t('ratings.checks.title', { report: reportId, month: month.slice(0, 7) }),
    lead:
      recorded.length === 0
        ? t('ratings.checks.none')
        : t('ratings.checks.lead', {
            met: count('MET'),
            missed,
            other: count('NOT_MEASURED') + count('EXEMPT'),
          }),
    facts: [
      { label: t('ratings.incident.provider'), value: providerName },
      { label: t('ratings.checks.store'), value: storeName },
    ],
    sections: [{ list: dueIn(checks).map((standard) => line(reader, checks, standard)) }],
    actions: [...enterButton(reader, person, checks), ...exemptButtons(reader, person, checks)],
    footer: t('ratings.checks.footer'),
  };
}

const nameOf = ({ t }: Reader, { code }: MonthStandard): string =>
  `${code} ${t(`standards.metric.${CATALOGUE[code].metric}`)}`;

/** `QS03 On-time shipment ≥ 96 %`. */
export const promised = (reader: Reader, standard: MonthStandard, currency: string | null): string =>
  `${nameOf(reader, standard)} ${OPERATOR_SIGN[standard.operator]} ${targetText(reader, standard, currency)}`;

function line(reader: Reader, { recorded, currency }: MonthChecks, standard: MonthStandard): string {
  const { t } = reader;
  const check = recorded.find(({ code }) => code === standard.code);
  const label = promised(reader, standard, currency);
  if (!check) return t('common.labelled', { label, text: t('ratings.checks.missing') });
  return t('common.labelled', { label, text: found(reader, standard, { check, currency }) });
}

interface Found {
  readonly check: RecordedCheck;
  readonly currency: string | null;
}

function found(reader: Reader, { unit }: MonthStandard, { check, currency }: Found): string {
  const { t } = reader;
  const verdict = t(`ratings.checks.verdict.${check.verdict}`);
  if (check.measured === null) return verdict;
  const measured = targetText(reader, { target: check.measured, unit }, currency);
  return t('ratings.checks.measured', { measured, n: check.n, verdict });
}

function enterButton({ t }: Reader, person: Actor, checks: MonthChecks): readonly Button[] {
  const { reportId: subject, month: data } = checks;
  if (!permitted('rating.check', person, checks).allowed || !checks.effective) return [];
  return [
    {
      label: t('ratings.checks.enter'),
      tone: 'primary',
      handle: { ...RATING, action: ENTER_CHECKS, subject, data },
    },
  ];
}

function exemptButtons({ t }: Reader, person: Actor, checks: MonthChecks): readonly Button[] {
  if (!permitted('rating.exempt', person, checks).allowed) return [];
  const missed = checks.recorded.filter(({ verdict }) => verdict === 'MISSED');
  return missed.map(({ code }) => ({
    label: t('ratings.checks.exempt', { code }),
    tone: 'plain',
    handle: { ...RATING, action: EXEMPT_CHECK, subject: checks.reportId, data: `${checks.month}:${code}` },
    confirm: {
      title: t('ratings.checks.exempt', { code }),
      body: t('ratings.checks.exempt-body'),
      yes: t('ratings.checks.exempt-yes'),
      no: t('common.button.cancel'),
    },
  }));
}
