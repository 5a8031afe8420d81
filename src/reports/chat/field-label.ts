import type { Translate } from '../../chat/messages/translate.ts';
import { CATALOGUE } from '../quality-standards/catalogue.ts';
import { STANDARD_CODES } from '../quality-standards/line.ts';

/** What an input is called: `contractNo` is "Contract number", `QS03.target` is "QS03 On-time shipment". */
export function fieldLabel(t: Translate, name: string): string {
  const [head = ''] = name.split('.');
  const code = STANDARD_CODES.find((known) => known === head);
  if (code) return `${code} ${t(`standards.metric.${CATALOGUE[code].metric}`)}`;
  const key = `fields.label.${name}`;
  return t.has(key) ? t(key) : name;
}

const PARTS: readonly string[] = ['remedy', 'naReason', 'clause'];

/** The same for one part of a standard: "QS03 On-time shipment · if missed". */
export function changeLabel(t: Translate, name: string): string {
  const [, part = ''] = name.split('.');
  const label = fieldLabel(t, name);
  return PARTS.includes(part) ? `${label} · ${t(`cases.part.${part}`)}` : label;
}
