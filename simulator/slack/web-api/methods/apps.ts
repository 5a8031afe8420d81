import { method } from '../method.ts';
import { WebApiRefusal } from '../refusal.ts';

/** https://docs.slack.dev/reference/methods/apps.connections.open */
export const appsConnectionsOpen = method({
  token: 'app',
  args: {},
  run(_args, { workspace, sockets }) {
    if (!workspace.options.manifest.settings?.socket_mode_enabled)
      throw new WebApiRefusal('forbidden_socket_mode');
    const path = sockets.issueTicket();
    if (!path) throw new WebApiRefusal('too_many_websockets');
    return { ok: true, url: workspace.publicUrl().replace(/^http/, 'ws') + path };
  },
});
