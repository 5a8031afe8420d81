import type { Locale } from '../../src/chat/conversation.ts';
import type { Field, FormPage, Option } from '../../src/chat/form.ts';
import { strong } from '../../src/chat/text.ts';
import { ALL_TYPED, ENDLESS, TYPED } from './typed-by-anybody.ts';

type Sample = (locale: Locale) => FormPage<string>;

const said = (locale: Locale, en: string, zh: string): string => (locale === 'zh' ? zh : en);

const SCOPES: readonly Option[] = [
  'OPERATIONS',
  'CUSTOMER_SERVICE',
  'MARKETING',
  'DESIGN',
  'LIVE_CONTENT',
  'FULL',
].map((value) => ({ value, label: value.toLowerCase().replace('_', ' ') }));

export const SAMPLE_FORMS: Readonly<Record<string, Sample>> = {
  'a page with every kind of field': (locale) =>
    page({
      title: said(locale, 'Contract', '合同'),
      step: { index: 2, count: 5 },
      intro: [said(locale, 'Your turn for ', '请填写 '), strong('CR-2026-000123')],
      submitLabel: said(locale, 'Next', '下一步'),
      closeLabel: said(locale, 'Close', '关闭'),
      backLabel: said(locale, 'Back', '上一步'),
      fields: everyField(locale),
    }),
  'a page filled in with anything': () =>
    page({
      title: TYPED.broadcast,
      intro: ALL_TYPED,
      fields: [
        { kind: 'text', name: 'text', label: TYPED.mrkdwn, help: TYPED.links, initial: ALL_TYPED },
        { kind: 'longText', name: 'long', label: TYPED.rightToLeft, initial: ALL_TYPED },
        { kind: 'number', name: 'number', label: 'n', initial: 'twelve' },
        { kind: 'date', name: 'date', label: 'd', initial: '2026-02-30' },
        {
          kind: 'choice',
          name: 'choice',
          label: 'c',
          options: [{ value: 'a', label: ALL_TYPED }],
          initial: 'a',
        },
        { kind: 'choices', name: 'gone', label: 'c', options: SCOPES, initial: ['NO_SUCH'] },
        { kind: 'note', name: 'note', text: ALL_TYPED },
      ],
    }),
};

export const EXTREME_FORMS: Readonly<Record<string, Sample>> = {
  'endless text in every place': () =>
    page({
      title: ENDLESS,
      intro: ENDLESS,
      submitLabel: ENDLESS,
      closeLabel: ENDLESS,
      backLabel: ENDLESS,
      fields: [
        { kind: 'text', name: 'text', label: ENDLESS, help: ENDLESS, initial: ENDLESS, placeholder: ENDLESS },
        { kind: 'longText', name: 'long', label: ENDLESS, initial: ENDLESS, maxLength: 100_000 },
        { kind: 'number', name: 'number', label: ENDLESS, initial: ENDLESS, placeholder: ENDLESS },
        {
          kind: 'ticks',
          name: 'ticks',
          label: ENDLESS,
          options: [{ value: 'a', label: ENDLESS, help: ENDLESS }],
        },
        { kind: 'note', name: 'note', text: ENDLESS },
      ],
    }),
  'menus of every size': () =>
    page({
      fields: [0, 1, 5, 6, 10, 11, 25, 26, 100, 101, 250].flatMap((count) => menus(count)),
    }),
};

function everyField(locale: Locale): readonly Field[] {
  const label = (en: string, zh: string) => said(locale, en, zh);
  return [
    {
      kind: 'note',
      name: 'note',
      text: label('A blank standard is at your own risk.', '空白项由服务商承担全部责任。'),
    },
    { kind: 'text', name: 'contract_no', label: label('Contract number', '合同编号'), maxLength: 64 },
    {
      kind: 'longText',
      name: 'remark',
      label: label('Remark', '备注'),
      optional: true,
      help: 'Markdown: no',
    },
    { kind: 'number', name: 'fee', label: label('Fixed fee', '固定费用'), decimal: true, initial: '1200.50' },
    { kind: 'date', name: 'signed', label: label('Signed on', '签署日期'), initial: '2026-05-06' },
    { kind: 'choice', name: 'model', label: label('Fee model', '收费方式'), options: SCOPES.slice(0, 4) },
    {
      kind: 'choices',
      name: 'scope',
      label: label('Scope', '服务范围'),
      options: SCOPES,
      initial: ['DESIGN'],
    },
    { kind: 'ticks', name: 'na', label: label('Not applicable', '不适用'), options: SCOPES, optional: true },
    {
      kind: 'file',
      name: 'contract',
      label: label('Contract', '合同文件'),
      extensions: ['pdf', 'png'],
      maxFiles: 3,
    },
  ];
}

function menus(count: number): readonly Field[] {
  const options = Array.from({ length: count }, (_, index) => ({
    value: `v${index}`,
    label: `Option ${index}`,
  }));
  const initial = options.slice(-2).map(({ value }) => value);
  return [
    { kind: 'choice', name: `choice${count}`, label: `One of ${count}`, options },
    { kind: 'choices', name: `choices${count}`, label: `Some of ${count}`, options, initial },
    { kind: 'ticks', name: `ticks${count}`, label: `Ticks of ${count}`, options, initial },
  ];
}

function page(over: Partial<FormPage<string>>): FormPage<string> {
  return {
    form: 'report.fill',
    page: 'contract',
    target: 'act_target',
    title: 'Contract',
    fields: [],
    submitLabel: 'Next',
    closeLabel: 'Close',
    ...over,
  };
}
