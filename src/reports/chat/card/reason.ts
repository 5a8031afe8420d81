import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { GivenReason } from '../../record/given-reason.ts';

/** Under which key the words of a reason's code stand. */
const WORDS: readonly (readonly [name: string, prefix: string])[] = [
  ['reasonCode', 'reason'],
  ['cause', 'reports.suspension-cause'],
  ['ground', 'reports.end-ground'],
  ['ruleId', 'reports.rejection-rule'],
];

/** The statement of reasons, to both parties and the staff. */
export function reasonSection(reader: Reader, reason: GivenReason | null): readonly Section[] {
  if (!reason) return [];
  const list = reasonLines(reader, reason);
  return list.length === 0 ? [] : [{ title: reader.t('cases.section.reason'), list }];
}

/** A reason's code in words, and what was written with it. */
export function reasonLines({ t }: Pick<Reader, 't'>, { rule, data }: GivenReason): readonly string[] {
  const words = WORDS.flatMap(([name, prefix]) => {
    const key = `${prefix === 'reason' ? reasonPrefix(rule) : prefix}.${String(data[name])}`;
    return name in data && t.has(key) ? [t(key)] : [];
  });
  const text = typeof data.text === 'string' && data.text.trim() !== '' ? [data.text.trim()] : [];
  return [...words, ...text];
}

const reasonPrefix = (rule: string): string =>
  rule === 'T4' ? 'reports.decline-reason' : 'reports.rejection-reason';
