import { method } from '../method.ts';

/** https://docs.slack.dev/reference/methods/auth.test */
export const authTest = method({
  args: {},
  run: (_args, { workspace: { bot, team } }) => ({
    ok: true,
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: bot.name,
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  }),
});
