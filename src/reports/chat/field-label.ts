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
