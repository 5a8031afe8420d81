import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { isObject, type Json, type JsonObject, objectsAt } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import type { Command } from '../../state/model.ts';
import { refuse } from '../../validation/accept.ts';
import { commandProblems, commandSetProblems } from '../../validation/commands.ts';
import { checkBody, reportUnknown } from '../../validation/spec/check.ts';
import { ownGuild } from '../access.ts';
import { DiscordRefusal } from '../refusal.ts';
import { done, ok, param, type RestRequest, type Route } from '../route.ts';

const GLOBAL = '/applications/:application/commands';
const IN_GUILD = '/applications/:application/guilds/:guild/commands';

/** Commands stand everywhere or in one guild; both have the same endpoints. */
function routesFor(path: string, suffix: string): Route[] {
  return [
    {
      name: `bulkOverwrite${suffix}Commands`,
      method: 'PUT',
      path,
      auth: 'bot',
      run(request, core) {
        const scope = scopeOf(request, core);
        const wanted = (request.list ?? []).filter(isObject);
        for (const command of wanted) check(command, { core, where: this.name });
        refuse(commandSetProblems(wanted));
        return ok(
          keep(
            core,
            scope,
            wanted.map((command) => registered(core, scope, command)),
          ),
        );
      },
    },
    {
      name: `get${suffix}Commands`,
      method: 'GET',
      path,
      auth: 'bot',
      run(request, core) {
        const commands = core.servers.state.commands[scopeOf(request, core)] ?? [];
        const whole = String(request.query.with_localizations) === 'true';
        return ok(whole ? commands : commands.map(withoutLocalisations));
      },
    },
    {
      name: `create${suffix}Command`,
      method: 'POST',
      path,
      auth: 'bot',
      run(request, core) {
        const scope = scopeOf(request, core);
        check(request.body, { core, where: this.name });
        const made = registered(core, scope, request.body);
        const others = (core.servers.state.commands[scope] ?? []).filter(({ name }) => name !== made.name);
        refuse(commandProblems(request.body));
        refuse(commandSetProblems([...others, made]));
        keep(core, scope, [...others, made]);
        return { status: 201, body: made };
      },
    },
    {
      name: `get${suffix}Command`,
      method: 'GET',
      path: `${path}/:command`,
      auth: 'bot',
      run: (request, core) => ok(existing(request, core)),
    },
    {
      name: `delete${suffix}Command`,
      method: 'DELETE',
      path: `${path}/:command`,
      auth: 'bot',
      run(request, core) {
        const gone = existing(request, core);
        const scope = scopeOf(request, core);
        keep(
          core,
          scope,
          (core.servers.state.commands[scope] ?? []).filter(({ id }) => id !== gone.id),
        );
        return done;
      },
    },
  ];
}

export const COMMAND_ROUTES = [...routesFor(GLOBAL, 'Global'), ...routesFor(IN_GUILD, 'Guild')];

function scopeOf(request: RestRequest, core: Core): string {
  if (param(request, 'application') !== core.servers.options.application.id)
    throw new DiscordRefusal('unknownApplication');
  const guild = param(request, 'guild');
  return guild === '' ? 'global' : ownGuild(core, guild).id;
}

function existing(request: RestRequest, core: Core): Command {
  const commands = core.servers.state.commands[scopeOf(request, core)] ?? [];
  const found = commands.find(({ id }) => id === param(request, 'command'));
  if (!found) throw new DiscordRefusal('unknownCommand');
  return found;
}

interface Checking {
  readonly core: Core;
  readonly where: string;
}

function check(command: JsonObject, { core, where }: Checking): void {
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
function registered(core: Core, scope: string, command: JsonObject): Command {
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
function withoutLocalisations(named: JsonObject): JsonObject {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = named;
  const options = objectsAt(named, 'options').map(withoutLocalisations);
  return named.options === undefined ? rest : { ...rest, options };
}

function keep({ servers }: Core, scope: string, commands: readonly Command[]): Json {
  servers.state.commands[scope] = commands;
  servers.changed('commands');
  return [...commands];
}
