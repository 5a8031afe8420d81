import { createRoot } from 'react-dom/client';
import type { PageSetup, PlatformKind, PlatformSetup } from '../setup.ts';
import { hearClock } from './clock.ts';
import { discordPlatform } from './panes/discord/discord-platform.tsx';
import type { Platform } from './panes/platform.ts';
import { slackPlatform } from './panes/slack/slack-platform.tsx';
import { Page } from './shell/page.tsx';
import { SessionContext } from './shell/session.ts';
import { openStream } from './stream.ts';

const PLATFORMS = { slack: slackPlatform, discord: discordPlatform } as const satisfies Record<
  PlatformKind,
  (setup: PlatformSetup, people: PageSetup['people']) => Platform
>;

const root = document.getElementById('page');
if (root) await open(root);

async function open(into: HTMLElement): Promise<void> {
  const setup: PageSetup = await (await fetch('/simulator/setup')).json();
  const platforms = setup.platforms.map((one) => PLATFORMS[one.kind](one, setup.people));
  follow(platforms);
  const personOf = (id: string) => setup.people.find((person) => person.id === id);
  createRoot(into).render(
    <SessionContext value={{ setup, platforms, personOf }}>
      <Page />
    </SessionContext>,
  );
}

function follow(platforms: readonly Platform[]): void {
  openStream('/simulator/stream', ['clock', ...platforms.map(({ kind }) => kind)], {
    on: (event, data) => {
      if (event === 'clock') hearClock(data);
      for (const platform of platforms) if (event === 'open' || event === platform.kind) platform.refresh();
    },
    connected: (connected) => {
      for (const platform of platforms) platform.connected.set(connected);
    },
  });
}
