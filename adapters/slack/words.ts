import { localeOf } from '../shared/locale.ts';

/** The adapter's own few words: what only this platform has to say. Everything else comes from the core. */
export interface Words {
  readonly working: string;
  readonly workingTitle: string;
  readonly doneTitle: string;
  readonly close: string;
  readonly formTooLate: string;
  readonly openForm: string;
  readonly more: (hidden: number) => string;
  readonly fixThese: string;
  readonly fileReady: (name: string) => string;
}

const en: Words = {
  working: 'Working on it…',
  workingTitle: 'One moment',
  doneTitle: 'Done',
  close: 'Close',
  formTooLate: 'Slack lets a form open only within three seconds, and this took longer. Nothing is lost:',
  openForm: 'Open the form',
  more: (hidden) => `… and ${hidden} more: open the item by itself to see everything.`,
  fixThese: 'Please look at these:',
  fileReady: (name) => `The file ${name} is in your direct messages with me.`,
};

const zh: Words = {
  working: '正在处理…',
  workingTitle: '请稍候',
  doneTitle: '已完成',
  close: '关闭',
  formTooLate: 'Slack 只允许在三秒内打开表单，本次超时。内容没有丢失：',
  openForm: '打开表单',
  more: (hidden) => `……另有 ${hidden} 项未显示：请单独打开该条目查看全部内容。`,
  fixThese: '请检查以下内容：',
  fileReady: (name) => `文件 ${name} 已发送到您与我的私信中。`,
};

/** @param tag a BCP 47 tag or nothing */
export function wordsOf(tag: string | undefined): Words {
  return localeOf(tag) === 'zh' ? zh : en;
}
