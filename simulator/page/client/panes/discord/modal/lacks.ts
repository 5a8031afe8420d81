import { lack } from '../../../../../discord/interactions/entering.ts';
import { fieldsOf } from '../../../../../discord/state/modal-fields.ts';
import type { Say } from '../../../language/language.ts';
import type { DiscordModal } from '../world/wire.ts';

/** Why Discord's client would not let the form go, by custom_id. */
export function lacksOf({ components, values }: DiscordModal, t: Say): Readonly<Record<string, string>> {
  const lacking = fieldsOf(components).filter((field) => lack(field, values[field.customId]).length > 0);
  return Object.fromEntries(
    lacking.map(({ customId, input }) => {
      const entered = values[customId];
      const empty = entered === undefined || entered === true || entered === false || entered.length === 0;
      if (empty) return [customId, t('error.required')];
      const text = typeof entered === 'string';
      const min = Number((text ? input.min_length : input.min_values) ?? 1);
      const max = Number((text ? input.max_length : input.max_values) ?? min);
      return [customId, t(text ? 'discord.limits.text' : 'discord.limits.choices', { min, max })];
    }),
  );
}
