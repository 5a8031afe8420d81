import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { ticksRequired } from '../../quality-standards/ticks.ts';
import type { Case } from '../../record/case.ts';

/** The boxes of the confirmation: every standard that does not apply, and every one without a remedy (T7). */
export const ticksOf = ({ current }: Case): readonly string[] =>
  ticksRequired(current?.fields.qualityStandards ?? []);

/** `QS03: does not apply`, with the provider's reason, so that a tick is given knowingly. */
export function tickLabel({ t }: Pick<Reader, 't'>, tick: string, { current }: Case): string {
  const [code = '', kind = ''] = tick.split(':');
  const line = current?.fields.qualityStandards.find((standard) => standard.code === code);
  const label = t(`reports.tick.${kind}`, { code });
  return line?.naReason ? `${label} – ${line.naReason}` : label;
}

/** What the store will have to tick, before it opens the form. */
export function tickSection(reader: Reader, parties: Case): readonly Section[] {
  const list = ticksOf(parties).map((tick) => tickLabel(reader, tick, parties));
  return list.length === 0 ? [] : [{ title: reader.t('cases.section.ticks'), list }];
}
