import { createRoot } from 'react-dom/client';
import type { PageSetup } from '../setup.ts';
import { startClock } from './clock.ts';
import { slackPlatform } from './panes/slack/slack-platform.tsx';
import { Page } from './shell/page.tsx';
import { SessionContext } from './shell/session.ts';

const root = document.getElementById('page');
if (root) await open(root);

async function open(into: HTMLElement): Promise<void> {
  const setup: PageSetup = await (await fetch('/simulator/setup')).json();
  const [first] = setup.platforms;
  if (!first) throw new Error('The server offers no platform; start it without chat tokens.');
  const platform = slackPlatform(first, setup.people);
  platform.start();
  startClock();
  const personOf = (id: string) => setup.people.find((person) => person.id === id);
  createRoot(into).render(
    <SessionContext value={{ setup, platform, personOf }}>
      <Page />
    </SessionContext>,
  );
}
