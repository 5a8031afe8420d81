import type { Fact, IssuedCard, ProgressStep, Section, Tone } from '../../../../src/chat/card.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import type { Text } from '../../../../src/chat/text.ts';
import { bold, fitted, markdown, passages } from '../text/markdown.ts';

// A colour says nothing to whoever cannot see it, so the title has a sign as well.
const TONE_SIGN: Readonly<Record<Tone, string>> = {
  neutral: '',
  waiting: '⏳ ',
  good: '✅ ',
  warning: '⚠️ ',
  bad: '⛔ ',
};

const STEP_SIGN: Readonly<Record<ProgressStep['status'], string>> = {
  done: '✅',
  current: '🔵',
  todo: '⚪',
  failed: '⛔',
};

/** Longest passage that is shown whole or not at all; head, tail and one of these fit one message. */
const PASSAGE = 1_000;
const LEAD = 800;
const LINE = 200;
const STEP = 60;

/** Title, lead and progress: what is never left out. */
export function headOf({ tone, title, lead, progress }: IssuedCard, locale: Locale): string {
  const name = fitted(title.trim() === '' ? '–' : title.replace(/\s+/g, ' '), LINE);
  return [
    `### ${TONE_SIGN[tone]}${name}`,
    ...(lead === undefined ? [] : [markdown(lead, locale, LEAD)]),
    ...(progress?.length ? [progress.map(step).join('  →  ')] : []),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const step = ({ label, status }: ProgressStep): string =>
  `${STEP_SIGN[status]} ${status === 'current' ? bold(label, STEP) : fitted(label, STEP)}`;

/** Facts and sections, each a passage that is shown whole or not at all. */
export function detailsOf({ facts = [], sections = [] }: IssuedCard, locale: Locale): readonly string[] {
  return [
    ...facts.flatMap((fact) => factLines(fact, locale)),
    ...sections.flatMap((section) => sectionPassages(section, locale)),
  ].filter((passage) => passage !== '');
}

function factLines({ label, value }: Fact, locale: Locale): readonly string[] {
  const colon = locale === 'zh' ? '：' : ': ';
  const [first = '', ...others] = passages(value, locale, PASSAGE);
  return [`${bold(`${label}${colon.trimEnd()}`, LINE)} ${first}`, ...others];
}

function sectionPassages({ title, body, facts = [], list = [] }: Section, locale: Locale): readonly string[] {
  const [first = '', ...others] = body === undefined ? [] : passages(body, locale, PASSAGE);
  const head = [title === undefined ? '' : bold(title, LINE), first].filter((line) => line !== '').join('\n');
  return [
    ...(head === '' ? [] : [`\n${head}`]),
    ...others,
    ...facts.flatMap((fact) => factLines(fact, locale)),
    ...list.flatMap((item) => listItem(item, locale)),
  ];
}

function listItem(item: Text, locale: Locale): readonly string[] {
  const [first = '–', ...others] = passages(item, locale, PASSAGE).map(oneLine);
  return [`- ${first}`, ...others];
}

// A line break would end the item.
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

export function footerOf({ footer }: IssuedCard, locale: Locale): string {
  const line = footer === undefined ? '' : oneLine(markdown(footer, locale, LINE));
  return line === '' ? '' : `-# ${line}`;
}
