import type { Fact, Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Text } from '../../../chat/text.ts';
import type { LastStep } from '../../record/history.ts';

/** What a kind adds to the card of a case. */
export interface Shown {
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly footer?: Text;
}

export interface Showing extends Reader {
  /** In a channel nothing confidential is shown: no question, no amount, no address. */
  readonly inChannel: boolean;
  readonly last: LastStep | null;
}

export const fact = (t: Reader['t'], name: string, value: Text): Fact => ({
  label: t(`services.fact.${name}`),
  value,
});
