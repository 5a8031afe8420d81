import { isObject } from '../../../../common/json.ts';
import type { Core } from '../../../core.ts';
import type { Command } from '../../../state/model.ts';
import { refuse } from '../../../validation/accept.ts';
import { commandSetProblems } from '../../../validation/commands/commands.ts';
import { ownGuild } from '../../access.ts';
import { DiscordRefusal } from '../../refusal.ts';
import { done, ok, param, type RestRequest, type Route } from '../../route.ts';
import { checkCommand, keepCommands, registered, withoutLocalisations } from './registration.ts';

/** Commands stand everywhere or in one guild; both have the same endpoints. */
interface Where {
  readonly path: string;
  readonly kind: 'Global' | 'Guild';
}

const EVERYWHERE: Where = { path: '/applications/:application/commands', kind: 'Global' };
const IN_A_GUILD: Where = { path: '/applications/:application/guilds/:guild/commands', kind: 'Guild' };

const overwriteAll = ({ path, kind }: Where): Route => ({
  name: `bulkOverwrite${kind}Commands`,
  method: 'PUT',
  path,
  auth: 'bot',
  run(request, core) {
    const scope = scopeOf(request, core);
    const wanted = (request.list ?? []).filter(isObject);
    for (const command of wanted) checkCommand(command, { core, where: this.name });
    refuse(commandSetProblems(wanted));
    const made = wanted.map((command) => registered(core, scope, command));
    keepCommands(core, scope, made);
    return ok(made);
  },
});

const list = ({ path, kind }: Where): Route => ({
  name: `get${kind}Commands`,
  method: 'GET',
  path,
  auth: 'bot',
  run(request, core) {
    const commands = standing(request, core);
    const whole = String(request.query.with_localizations) === 'true';
    return ok(whole ? commands : commands.map(withoutLocalisations));
  },
});

const create = ({ path, kind }: Where): Route => ({
  name: `create${kind}Command`,
  method: 'POST',
  path,
  auth: 'bot',
  run(request, core) {
    const scope = scopeOf(request, core);
    checkCommand(request.body, { core, where: this.name });
    const made = registered(core, scope, request.body);
    const all = [...standing(request, core).filter(({ name }) => name !== made.name), made];
    refuse(commandSetProblems(all));
    keepCommands(core, scope, all);
    return { status: 201, body: made };
  },
});

const getOne = ({ path, kind }: Where): Route => ({
  name: `get${kind}Command`,
  method: 'GET',
  path: `${path}/:command`,
  auth: 'bot',
  run: (request, core) => ok(existing(request, core)),
});

const remove = ({ path, kind }: Where): Route => ({
  name: `delete${kind}Command`,
  method: 'DELETE',
  path: `${path}/:command`,
  auth: 'bot',
  run(request, core) {
    const gone = existing(request, core);
    keepCommands(
      core,
      scopeOf(request, core),
      standing(request, core).filter(({ id }) => id !== gone.id),
    );
    return done;
  },
});

export const COMMAND_ROUTES = [EVERYWHERE, IN_A_GUILD].flatMap((where) =>
  [overwriteAll, list, create, getOne, remove].map((route) => route(where)),
);

function scopeOf(request: RestRequest, core: Core): string {
  if (param(request, 'application') !== core.servers.options.application.id)
    throw new DiscordRefusal('unknownApplication');
  const guild = param(request, 'guild');
  return guild === '' ? 'global' : ownGuild(core, guild).id;
}

function existing(request: RestRequest, core: Core): Command {
  const found = standing(request, core).find(({ id }) => id === param(request, 'command'));
  if (!found) throw new DiscordRefusal('unknownCommand');
  return found;
}

function standing(request: RestRequest, core: Core): readonly Command[] {
  return core.servers.state.commands[scopeOf(request, core)] ?? [];
}
