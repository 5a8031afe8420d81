import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/chat/conversation.ts';
import { refusalText } from '../../../src/chat/messages/refusals.ts';
import { MESSAGES } from '../../../src/chat/messages/resources.ts';
import { placeholders } from '../../../src/chat/messages/template.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { plain } from '../../../src/chat/text.ts';
import { PEOPLE_REFUSALS } from '../../../src/people/refusals.ts';
import {
  DECLINE_REASONS,
  END_GROUNDS,
  REJECTION_REASONS,
  REJECTION_RULES,
  SUSPENSION_CAUSES,
} from '../../../src/reports/lifecycle/reasons.ts';
import { REPORT_REFUSALS, REPORT_WARNINGS } from '../../../src/reports/lifecycle/refusals.ts';
import { SECOND_APPROVAL_CODES } from '../../../src/reports/lifecycle/second-approval.ts';
import { TRANSITION_IDS } from '../../../src/reports/lifecycle/table/ids.ts';
import { HUMAN_EVENTS } from '../../../src/reports/lifecycle/table/transitions.ts';
import { REPORT_STATES } from '../../../src/reports/report.ts';
import { refuse } from '../../../src/result.ts';

const SAID = [
  ...Object.entries(REPORT_REFUSALS).map(([name, data]) => [`reports.refused.${name}`, data] as const),
  ...Object.entries(REPORT_WARNINGS).map(([name, data]) => [`reports.warned.${name}`, data] as const),
  ...Object.entries(PEOPLE_REFUSALS).map(([name, data]) => [`people.refused.${name}`, data] as const),
];
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'reports.state': REPORT_STATES,
  'reports.transition': TRANSITION_IDS,
  'reports.action': HUMAN_EVENTS,
  'reports.decline-reason': DECLINE_REASONS,
  'reports.rejection-reason': REJECTION_REASONS,
  'reports.rejection-rule': REJECTION_RULES,
  'reports.suspension-cause': SUSPENSION_CAUSES,
  'reports.end-ground': END_GROUNDS,
  'reports.second-approval': SECOND_APPROVAL_CODES,
  'reports.check': Object.keys(REPORT_WARNINGS).filter((name) => name !== 'late'),
};

describe.each(LOCALES)('the workflow in %s', (locale) => {
  it.each(SAID)('%s is said, and names nothing that its data lacks', (key, data) => {
    const message = MESSAGES[locale][key] ?? '';
    expect(message).not.toBe('');
    expect(placeholders(message).filter((name) => !data.some((known) => known === name))).toEqual([]);
  });

  it.each(Object.entries(NAMED))('every code under %s has its words', (prefix, codes) => {
    expect(codes.filter((code) => !MESSAGES[locale][`${prefix}.${code}`])).toEqual([]);
  });
});

describe('codes are told in words', () => {
  const { en, zh } = createTranslators();
  const told = (code: string, data: Record<string, unknown>) =>
    [en, zh].map((t) => plain(refusalText(t, refuse(code, data))));

  it.each<[string, Record<string, unknown>, string, string]>([
    ['people.role-needed', { rolesNeeded: ['STORE_OWNER'] }, 'store owner', '店铺负责人'],
    ['reports.not-your-turn', { waitsOn: 'provider', state: 'FILLING' }, 'the provider', '服务商'],
    [
      'reports.not-in-this-state',
      { state: 'FILLING', states: ['ACTIVE', 'NOTICE'] },
      'In service, In service, notice given',
      '服务中、服务中，已通知解约',
    ],
    [
      'reports.too-few-months',
      { period: 'reporting', months: 6, minimum: 12 },
      'Reporting period: 6 months',
      '报备期：6 个月',
    ],
    [
      'reports.overlap-elsewhere',
      { scopes: ['OPERATIONS', 'DESIGN'] },
      'Operations, Design',
      '店铺运营、设计',
    ],
    [
      'reports.deposit-short',
      { missing: { minor: 123_456, currency: 'CNY' }, required: { minor: 5_000_000, currency: 'CNY' } },
      '1,234.56 CNY below the required 50,000.00 CNY',
      '1,234.56 CNY',
    ],
    ['reports.blank', { field: 'contractNo' }, 'Contract number is blank', '合同编号未填写'],
    ['reports.blank', { field: 'QS03' }, 'QS03 is blank', 'QS03未填写'],
    ['reports.not-ticked', { item: 'QS03:NA' }, 'QS03: does not apply', 'QS03：不适用'],
    ['reports.bulk-needs-two', { reasons: ['SHORT_TERM'] }, 'term under 12 months', '周期不足 12 个月'],
  ])('%s', (code, data, english, chinese) => {
    const [inEnglish, inChinese] = told(code, data);
    expect(inEnglish).toContain(english);
    expect(inChinese).toContain(chinese);
  });

  it('what people typed stays as they typed it', () => {
    const [inEnglish] = told('reports.not-a-date', { value: '{{missing}} <!channel>' });
    expect(inEnglish).toContain('{{missing}} <!channel>');
  });
});
