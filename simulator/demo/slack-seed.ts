import type { SlackSimulatorOptions } from '../slack/options.ts';
import type { CAST } from './cast.ts';
import { fullName } from './full-name.ts';

type Seed = Pick<SlackSimulatorOptions, 'team' | 'users' | 'channels' | 'bot'>;

/** The cast as the Slack stand-in wants it: people with their zones and languages, channels with the bot in them. */
export function slackSeed(cast: typeof CAST): Seed {
  return {
    team: cast.team,
    bot: cast.bot,
    users: cast.people.map((person) => ({
      id: person.slackUserId,
      name: person.handle,
      realName: fullName(person),
      tz: person.timeZone,
      locale: person.slackLocale,
    })),
    channels: cast.channels.map(({ id, name, isPrivate, members }) => ({
      id,
      name,
      isPrivate,
      members: [...members, cast.bot.userId],
    })),
  };
}
