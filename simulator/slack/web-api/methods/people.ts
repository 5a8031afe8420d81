import * as arg from '../arguments.ts';
import { method } from '../method.ts';
import { userObject } from '../objects.ts';
import { PAGING, page } from '../paging.ts';
import { WebApiRefusal } from '../refusal.ts';

/** https://docs.slack.dev/reference/methods/users.info */
export const usersInfo = method({
  scopes: ['users:read'],
  args: { user: arg.text, include_locale: arg.flag.optional() },
  run(args, { workspace }) {
    const user = workspace.state.users[args.user];
    if (!user) throw new WebApiRefusal('user_not_found');
    return { ok: true, user: userObject(workspace, user, args.include_locale === true) };
  },
});

/** https://docs.slack.dev/reference/methods/users.list */
export const usersList = method({
  scopes: ['users:read'],
  args: { include_locale: arg.flag.optional(), ...PAGING },
  run(args, { workspace }) {
    const { items, response_metadata } = page(Object.values(workspace.state.users), args);
    const members = items.map((user) => userObject(workspace, user, args.include_locale === true));
    return { ok: true, members, cache_ts: Math.floor(workspace.nowMs() / 1_000), response_metadata };
  },
});

/** https://docs.slack.dev/reference/methods/bots.info */
export const botsInfo = method({
  scopes: ['users:read'],
  args: { bot: arg.text.optional() },
  run(args, { workspace: { bot } }) {
    if (args.bot !== bot.botId) throw new WebApiRefusal('bot_not_found');
    return {
      ok: true,
      bot: { id: bot.botId, deleted: false, name: bot.name, app_id: bot.appId, user_id: bot.userId },
    };
  },
});

/** https://docs.slack.dev/reference/methods/team.info */
export const teamInfo = method({
  scopes: ['team:read'],
  args: { team: arg.text.optional() },
  run: (_args, { workspace: { team } }) => ({
    ok: true,
    team: { id: team.id, name: team.name, domain: team.domain, url: `https://${team.domain}.slack.com/` },
  }),
});
