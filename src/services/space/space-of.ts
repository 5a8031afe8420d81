import type { App } from '../../app.ts';
import type { KeyHolder } from '../access/actions/authenticate.ts';
import { liveSpace } from './live/live-space.ts';
import { sandboxSpace } from './sandbox/sandbox-space.ts';
import type { ProviderSpace } from './space.ts';

/** Where a key reads and writes. */
export const spaceOf = (app: App, holder: KeyHolder): ProviderSpace =>
  holder.mode === 'LIVE' ? liveSpace(app, holder) : sandboxSpace(app, holder);
