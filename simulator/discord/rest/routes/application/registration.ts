import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { type JsonObject, objectsAt } from '../../../../common/json.ts';
import type { Core } from '../../../core.ts';
import type { Command } from '../../../state/model.ts';
import { checkBody, reportUnknown } from '../../../validation/spec/check.ts';

interface Checking {
  readonly core: Core;
  readonly where: string;
}

export function checkCommand(command: JsonObject, { core, where }: Checking): void {
  // Discord's description wants a number where its documentation and every library have a number in text.
  const { default_member_permissions: permissions } = command;
  const described =
    typeof permissions === 'string'
      ? { ...command, default_member_permissions: Number(permissions) }
      : command;
  checkBody(ApplicationCommandUpdateRequestSchema, described);
  reportUnknown(ApplicationCommandUpdateRequestSchema, described, { journal: core.journal, where });
}

/** A command keeps its id as long as its name stands. */
export function registered(core: Core, scope: string, command: JsonObject): Command {
  const { servers } = core;
  const before = servers.state.commands[scope]?.find(({ name }) => name === command.name);
  return {
    ...command,
    id: before?.id ?? servers.nextId(),
    name: String(command.name),
    type: command.type ?? 1,
    application_id: servers.options.application.id,
    ...(scope === 'global' ? { contexts: command.contexts ?? null } : { guild_id: scope }),
    default_member_permissions: command.default_member_permissions ?? null,
    integration_types: command.integration_types ?? [0],
    dm_permission: command.dm_permission ?? true,
    nsfw: command.nsfw ?? false,
    options: objectsAt(command, 'options'),
    version: servers.nextId(),
  };
}

/** A list names the translations only when asked to. */
export function withoutLocalisations(named: JsonObject): JsonObject {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = named;
  const options = objectsAt(named, 'options').map(withoutLocalisations);
  return named.options === undefined ? rest : { ...rest, options };
}

export function keepCommands({ servers }: Core, scope: string, commands: readonly Command[]): void {
  servers.state.commands[scope] = commands;
  servers.changed('commands');
}
