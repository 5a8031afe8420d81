import type { Button, IssuedCard } from '../../src/chat/card.ts';
import type { Locale } from '../../src/chat/conversation.ts';
import { day, moment, strong } from '../../src/chat/text.ts';
import { ALL_TYPED, ENDLESS, TYPED } from './typed-by-anybody.ts';

const NOW = new Date('2026-05-06T02:00:00Z');

const said = (locale: Locale, en: string, zh: string): string => (locale === 'zh' ? zh : en);

type Sample = (locale: Locale) => IssuedCard;

/** Cards as the product shows them, each with what makes it worth keeping as an example. */
export const SAMPLE_CARDS: Readonly<Record<string, Sample>> = {
  'a case that waits for its reader': (locale) => ({
    tone: 'waiting',
    title: 'CR-2026-000123 · Aurora Flagship × Bridge Commerce',
    lead: [said(locale, 'It is your turn until ', '轮到您处理，截止 '), moment(NOW)],
    progress: [
      { label: said(locale, 'Request', '发起'), status: 'done' },
      { label: said(locale, 'Fill in', '填写'), status: 'done' },
      { label: said(locale, 'Confirm', '确认'), status: 'current' },
      { label: said(locale, 'Approve', '审核'), status: 'todo' },
    ],
    facts: [
      {
        label: said(locale, 'Reporting period', '报备期'),
        value: [day('2026-06-01'), ' – ', day('2027-05-31')],
      },
      { label: said(locale, 'Contract', '合同'), value: 'HT-2026-1' },
    ],
    sections: [
      {
        title: said(locale, 'Quality standards', '服务质量标准'),
        list: [['QS01 ', strong('≤ 60 s')], 'QS02 ≥ 95 %'],
      },
    ],
    actions: [
      button({ label: said(locale, 'Confirm', '确认'), tone: 'primary', handle: 'act_1' }),
      button({
        label: said(locale, 'Withdraw', '撤回'),
        tone: 'danger',
        handle: 'act_2',
        confirm: {
          title: said(locale, 'Withdraw the request?', '撤回该请求？'),
          body: said(locale, 'Bridge Commerce is told.', '将通知 Bridge Commerce。'),
          yes: said(locale, 'Withdraw', '撤回'),
          no: said(locale, 'Keep', '保留'),
        },
      }),
      button({
        label: said(locale, 'Approve', '审核通过'),
        handle: 'act_3',
        disabledBecause: said(locale, 'waits for the store', '等待店铺确认'),
      }),
    ],
    footer: [said(locale, 'Changed ', '更新于 '), { instant: NOW, style: 'relative' }],
  }),
  'a refusal': (locale) => ({
    tone: 'bad',
    title: said(locale, 'Not possible', '无法办理'),
    lead: said(locale, 'This route is not counted in the assessment.', '该入口不计入考核。'),
    footer: said(locale, 'Start again from the report entrance', '请从报备入口重新开始'),
  }),
  'typed text in every place': () => ({
    tone: 'neutral',
    title: ALL_TYPED.slice(0, 100),
    lead: ALL_TYPED,
    facts: Object.entries(TYPED).map(([label, value]) => ({ label, value })),
    sections: [
      { title: TYPED.mrkdwn, body: [TYPED.broadcast, ' ', strong(TYPED.markdown)], list: [TYPED.links] },
      { body: [{ code: TYPED.mention }, { link: 'https://example.com/a', label: TYPED.entities }] },
    ],
    actions: [button({ label: TYPED.broadcast, handle: 'act_1' })],
    footer: TYPED.dates,
  }),
};

/** Cards that no platform could show whole. */
export const EXTREME_CARDS: Readonly<Record<string, Sample>> = {
  'endless text in every place': () => ({
    tone: 'warning',
    title: ENDLESS,
    lead: ENDLESS,
    progress: [{ label: ENDLESS, status: 'failed' }],
    facts: [{ label: ENDLESS, value: ENDLESS }],
    sections: [{ title: ENDLESS, body: ENDLESS, facts: [{ label: 'x', value: ENDLESS }], list: [ENDLESS] }],
    actions: [
      button({
        label: ENDLESS,
        handle: 'act_1',
        confirm: { title: ENDLESS, body: ENDLESS, yes: ENDLESS, no: ENDLESS },
      }),
      button({ label: ENDLESS, handle: 'act_2', disabledBecause: ENDLESS }),
    ],
    footer: ENDLESS,
  }),
  'very many sections, facts and buttons': () => ({
    tone: 'good',
    title: 'Many',
    facts: many(200, (index) => ({ label: `Fact ${index}`, value: ALL_TYPED })),
    sections: many(120, (index) => ({ title: `Section ${index}`, list: many(20, (item) => `Item ${item}`) })),
    actions: many(70, (index) => button({ label: `Button ${index}`, handle: `act_${index}` })),
  }),
  'nothing in any place': () => ({
    tone: 'neutral',
    title: '',
    lead: '',
    progress: [],
    facts: [{ label: '', value: '' }],
    sections: [{}, { title: '', body: '', facts: [], list: [] }, { list: ['', []] }],
    actions: [button({ label: '', handle: 'act_1' })],
    footer: '',
  }),
};

function button(over: Partial<Button<string>> & Pick<Button<string>, 'label' | 'handle'>): Button<string> {
  return { tone: 'plain', ...over };
}

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
