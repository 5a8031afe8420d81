import type { JsonObject } from '../../../../../common/json.ts';
import { objectsAt, stringAt } from '../../../../../common/json.ts';
import { COMPONENT } from '../../../../../discord/validation/walk.ts';
import { nameOf } from '../world/screen.ts';
import type { Screen } from '../world/wire.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description: string | undefined;
}

/** What a menu or a group of choices offers: its own options, or the server's people and channels. */
export function optionsOf(component: JsonObject, { users, channels }: Screen): readonly Option[] {
  if (component.type === COMPONENT.userSelect) {
    return users
      .filter((user) => !user.isBot)
      .map((user) => ({ value: user.id, label: nameOf(user), description: user.username }));
  }
  if (component.type === COMPONENT.channelSelect) {
    return channels
      .filter(({ kind }) => kind === 'text')
      .map(({ id, name = '' }) => ({ value: id, label: `#${name}`, description: undefined }));
  }
  return objectsAt(component, 'options').map((option) => ({
    value: stringAt(option, 'value') ?? '',
    label: stringAt(option, 'label') ?? '',
    description: stringAt(option, 'description'),
  }));
}

/** How many may be chosen. */
export const mostOf = (component: JsonObject): number =>
  typeof component.max_values === 'number' ? component.max_values : 1;
