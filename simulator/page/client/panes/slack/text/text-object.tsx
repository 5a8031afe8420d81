import type { Json } from '../../../../../common/json.ts';
import { isObject, stringAt } from '../../../../../common/json.ts';
import { withEmoji } from './emoji.ts';
import { Mrkdwn } from './mrkdwn.tsx';

/** A Block Kit text object of either kind; nothing when there is none. */
export function TextObject({ of }: { readonly of: Json | undefined }) {
  if (!isObject(of)) return null;
  const text = stringAt(of, 'text') ?? '';
  return of.type === 'mrkdwn' ? <Mrkdwn source={text} /> : <span className="sl-plain">{plainText(of)}</span>;
}

/** The words of a plain text object, for places that take a string. */
export function plainText(of: Json | undefined): string {
  if (!isObject(of)) return '';
  const text = stringAt(of, 'text') ?? '';
  return of.emoji === false ? text : withEmoji(text);
}
