import type { JsonObject } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import type { Channel } from '../../state/model.ts';
import { tellFailure } from '../failures.ts';
import type { Outcome } from '../outbound.ts';
import { interactionPayload } from '../payload.ts';
import { issueInteraction } from '../tokens.ts';
import { type Composed, type Leaf, leafOf, missingOption, valuesIn, wordsOf } from './command-line.ts';
import { commandsIn, placeFor } from './offered.ts';
import { optionValue } from './option-value.ts';
import { resolvedIn } from './resolved.ts';

export interface Typed {
  readonly userId: string;
  readonly channelId: string;
  /** `/report new …`, or its parts. */
  readonly command: string | Composed;
}

/** Resolves when the app has acknowledged, or did not in time. Throws when the client would not send it. */
export async function runCommand(core: Core, typed: Typed): Promise<Outcome> {
  const channel = placeFor(core, typed);
  const { leaf, values } = compose(core, channel, typed.command);
  const missing = missingOption(leaf, values);
  if (missing) throw new NotPossible('option_missing', `the option "${missing}" is required`);
  const offered = core.servers.state.choices[typed.userId] ?? [];
  const options = leaf.options.flatMap((option): JsonObject[] => {
    const raw = values[String(option.name)];
    if (raw === undefined) return [];
    return [{ name: option.name, type: option.type, value: optionValue(option, raw, offered) }];
  });
  return send(core, typed, { kind: 'command', leaf, options });
}

/** Typing in an option that the app completes. The last option that has something in it is the one being typed. */
export async function autocomplete(core: Core, typed: Typed): Promise<readonly JsonObject[]> {
  const { servers } = core;
  const channel = placeFor(core, typed);
  const { leaf, values } = compose(core, channel, typed.command);
  const named = leaf.options.filter((option) => values[String(option.name)] !== undefined);
  const focused =
    named.findLast((option) => option.autocomplete === true) ??
    leaf.options.find((option) => option.autocomplete === true);
  if (!focused) throw new NotPossible('no_autocomplete', 'the app completes none of these options');
  const options = [...named.filter((option) => option !== focused), focused].map(
    (option): JsonObject => ({
      name: option.name,
      type: option.type,
      value: values[String(option.name)] ?? '',
      ...(option === focused ? { focused: true } : {}),
    }),
  );
  servers.state.choices[typed.userId] = [];
  const outcome = await send(core, typed, { kind: 'autocomplete', leaf, options });
  return outcome.acked ? (servers.state.choices[typed.userId] ?? []) : [];
}

function compose(core: Core, channel: Channel, command: string | Composed) {
  const commands = commandsIn(core, channel);
  if (typeof command === 'string') {
    const { leaf, rest } = leafOf(commands, wordsOf(command));
    return { leaf, values: valuesIn(leaf, rest) };
  }
  const { leaf } = leafOf(commands, [command.area, ...wordsOf(command.verb ?? '')]);
  const values = { ...command.options };
  const unknown = Object.keys(values).find((name) => !leaf.options.some((option) => option.name === name));
  if (unknown) throw new NotPossible('no_option', `there is no option "${unknown}"`);
  return { leaf, values };
}

interface Sending {
  readonly kind: 'command' | 'autocomplete';
  readonly leaf: Leaf;
  readonly options: readonly JsonObject[];
}

async function send(
  core: Core,
  { userId, channelId }: Typed,
  { kind, leaf, options }: Sending,
): Promise<Outcome> {
  const { servers } = core;
  const guildId = servers.state.channels[channelId]?.guildId;
  const interaction = issueInteraction(servers, {
    ...{ kind, userId, channelId },
    name: [leaf.command.name, ...leaf.way.map(({ name }) => name)].join(' '),
    ...(guildId ? { guildId } : {}),
  });
  const nested = leaf.way.reduceRight<readonly JsonObject[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    options,
  );
  const { id, name, type } = leaf.command;
  const resolved = resolvedIn(core, channelId, options);
  const data = {
    id,
    name,
    type,
    options: nested,
    ...(guildId && leaf.command.guild_id ? { guild_id: guildId } : {}),
    ...resolved,
  };
  const outcome = await core.outbound.deliver(
    interaction,
    interactionPayload(servers, interaction, { data }),
  );
  if (!outcome.acked && kind === 'command') tellFailure(core, interaction, outcome.error);
  return outcome;
}
