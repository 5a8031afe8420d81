import { localeOf } from '../shared/locale.ts';

/** The adapter's own few words: what only this platform has to say. Everything else comes from the core. */
export interface Words {
  readonly working: string;
  readonly formTooLate: string;
  readonly openForm: string;
  readonly more: (hidden: number) => string;
  readonly fixThese: string;
  readonly fix: (part: number, count: number) => string;
  readonly part: (part: number, count: number) => string;
  readonly partKept: (part: number, count: number) => string;
  readonly goOn: (part: number, count: number) => string;
  readonly finish: string;
  readonly skipRest: string;
  readonly nextPage: string;
  readonly notDone: string;
  readonly chooseOne: string;
  readonly chooseSome: string;
  /** What a menu has, by the words of its first and last option. */
  readonly fromTo: (first: string, last: string) => string;
  readonly date: string;
  readonly sendAgain: string;
  readonly typedIsKept: string;
  readonly typedIsGone: string;
}

const en: Words = {
  working: 'Working on it…',
  formTooLate: 'Discord lets a form open only within three seconds, and this took longer. Nothing is lost:',
  openForm: 'Open the form',
  more: (hidden) => `… and ${hidden} more: open the item by itself to see everything.`,
  fixThese: 'Please look at these:',
  fix: (part, count) => (count === 1 ? 'Correct it' : `Correct part ${part}`),
  part: (part, count) => ` (${part} of ${count})`,
  partKept: (part, count) => `Part ${part} of ${count} is saved. Go on now or later.`,
  goOn: (part, count) => `Continue: part ${part} of ${count}`,
  finish: 'Finish without the rest',
  skipRest: 'Skip the rest of this page',
  nextPage: 'This page is saved. The next one is ready.',
  notDone: 'Nothing was changed.',
  chooseOne: 'Choose one',
  chooseSome: 'Choose any number',
  fromTo: (first, last) => `From “${first}” to “${last}”`,
  date: 'YYYY-MM-DD, such as 2026-06-01',
  sendAgain: 'Send again',
  typedIsKept: 'What you typed is still here. Send it again in a minute:',
  typedIsGone:
    'What was typed is no longer here. Please open the form once more; everything saved so far stands in it.',
};

const zh: Words = {
  working: '正在处理…',
  formTooLate: 'Discord 只允许在三秒内打开表单，本次超时。内容没有丢失：',
  openForm: '打开表单',
  more: (hidden) => `……另有 ${hidden} 项未显示：请单独打开该条目查看全部内容。`,
  fixThese: '请检查以下内容：',
  fix: (part, count) => (count === 1 ? '修改' : `修改第 ${part} 部分`),
  part: (part, count) => `（${part}/${count}）`,
  partKept: (part, count) => `第 ${part}/${count} 部分已保存，可以现在继续，也可以稍后再填。`,
  goOn: (part, count) => `继续填写：第 ${part}/${count} 部分`,
  finish: '不填其余部分，直接提交',
  skipRest: '跳过本页其余部分',
  nextPage: '本页已保存，下一页已就绪。',
  notDone: '未作任何更改。',
  chooseOne: '请选择一项',
  chooseSome: '可选择多项',
  fromTo: (first, last) => `从“${first}”到“${last}”`,
  date: '年-月-日，例如 2026-06-01',
  sendAgain: '重新提交',
  typedIsKept: '您填写的内容仍然保留，请稍等片刻后重新提交：',
  typedIsGone: '本次填写的内容已不在，请重新打开表单；此前已保存的内容仍会显示。',
};

/** @param tag a BCP 47 tag or nothing */
export function wordsOf(tag: string | undefined): Words {
  return localeOf(tag) === 'zh' ? zh : en;
}
