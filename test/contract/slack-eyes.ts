import type { ModalView } from '@slack/types';
import type { DrawnMessage } from '../../adapters/slack/draw/cards/message.ts';
import { isObject, type JsonObject } from '../../simulator/common/json.ts';
import { renderMrkdwn } from '../../simulator/slack/control/mrkdwn.ts';
import { renderBlocks } from '../../simulator/slack/control/visible.ts';
import { SlackSimulator } from '../../simulator/slack/simulator.ts';
import { acceptMessage, acceptUpdate } from '../../simulator/slack/validation/message.ts';
import { acceptView } from '../../simulator/slack/validation/view.ts';
import type { Seen } from './drawing-contract.ts';

/** Somebody’s Slack, to look at drawings with. */
export const { workspace: slackWorkspace } = new SlackSimulator({
  clock: { now: () => new Date('2026-05-06T02:00:00Z') },
  team: { id: 'T0TEAM', name: 'Acme', domain: 'acme' },
  users: [{ id: 'U000LIN', name: 'lin', tz: 'Asia/Shanghai', locale: 'en-US' }],
  channels: [{ id: 'C0STAFF', name: 'staff', members: ['U000LIN'] }],
  bot: { appId: 'A0APP', botId: 'B0BOT', userId: 'U000BOT', name: 'baobei' },
  botToken: 'xoxb-test',
  signingSecret: 'secret',
  manifest: {},
});

/** Why Slack would not take this as a message, posted or redrawn. */
export function messageProblems({ text, blocks }: DrawnMessage): readonly string[] {
  const content = { text, blocks: onTheWire(blocks) };
  return refusals(() => {
    acceptMessage(slackWorkspace, content);
    acceptUpdate(slackWorkspace, content);
  });
}

export function modalProblems(view: ModalView): readonly string[] {
  const [wire = {}] = onTheWire([view]);
  return refusals(() => void acceptView(slackWorkspace, wire, 'modal'));
}

/** The message on Lin's screen, its notification included. */
export function seenInSlack({ text, blocks }: DrawnMessage): Seen {
  const parts = renderBlocks({ workspace: slackWorkspace, user: 'U000LIN' }, onTheWire(blocks));
  const notification = renderMrkdwn(slackWorkspace, text, 'U000LIN');
  return {
    // Isolates keep right-to-left text to itself; nobody sees them.
    text: parts
      .map((part) => part.text)
      .join('\n')
      .replace(/[\u2068\u2069]/g, ''),
    pings: [...parts, notification].flatMap((part) => part.pings),
    links: [...parts, notification].flatMap((part) => part.links),
  };
}

function onTheWire(values: readonly object[]): readonly JsonObject[] {
  const parsed: unknown = JSON.parse(JSON.stringify(values));
  return Array.isArray(parsed) ? parsed.filter(isObject) : [];
}

function refusals(attempt: () => void): readonly string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
