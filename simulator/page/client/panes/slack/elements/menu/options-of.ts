import type { JsonObject } from '../../../../../../common/json.ts';
import type { Screen } from '../../world/wire.ts';
import { type OptionItem, optionItems } from '../element.ts';

/** What a menu offers: its own options, or the workspace's people and conversations. */
export function optionsFor(element: JsonObject, { users, conversations }: Screen): readonly OptionItem[] {
  const type = String(element.type).replace(/^multi_/, '');
  if (type === 'users_select')
    return users.filter((user) => !user.isBot).map((user) => plain(user.id, user.realName));
  if (type === 'channels_select') {
    return conversations.filter((one) => one.kind === 'public').map((one) => plain(one.id, `#${one.name}`));
  }
  if (type === 'conversations_select') return conversations.map((one) => plain(one.id, one.name));
  return optionItems(element);
}

function plain(value: string, label: string): OptionItem {
  return {
    value,
    label,
    text: { type: 'plain_text', text: label },
    description: undefined,
    group: undefined,
  };
}
