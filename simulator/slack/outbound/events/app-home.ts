import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { openDirect } from '../../state/conversations.ts';
import { viewObject } from '../../web-api/objects.ts';

/** Somebody opens the app's home or messages tab. https://docs.slack.dev/reference/events/app_home_opened */
export function openHome(core: Core, user: string, tab: 'home' | 'messages' = 'home'): void {
  const { workspace, events } = core;
  if (tab === 'home' && !workspace.options.manifest.features?.app_home?.home_tab_enabled) {
    throw new NotPossible('no_home_tab', 'the manifest does not enable the home tab');
  }
  const view = workspace.state.homes[user];
  events.emit({
    type: 'app_home_opened',
    user,
    channel: openDirect(workspace, [user, workspace.bot.userId]).id,
    tab,
    ...(view && tab === 'home' ? { view: viewObject(workspace, view) } : {}),
    event_ts: workspace.nextTs(),
  });
}
