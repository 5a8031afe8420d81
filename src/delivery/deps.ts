import type { App } from '../app.ts';
import type { PlatformName } from '../chat/incoming.ts';
import type { PlatformPort } from '../chat/platform-port.ts';
import type { ReaderDefaults } from '../chat/reader.ts';
import type { CardView } from './view.ts';

/** What the workers need beside the record. */
export interface DeliveryDeps {
  readonly app: App;
  readonly defaults: ReaderDefaults;
  readonly ports: ReadonlyMap<PlatformName, PlatformPort>;
  readonly views: ReadonlyMap<string, CardView>;
  /** The staff channel of each platform that has one, in the order in which they are tried. */
  readonly staffChannels: readonly StaffChannel[];
}

export interface StaffChannel {
  readonly platform: PlatformName;
  readonly channel: string;
}

export function viewNamed(deps: DeliveryDeps, name: string): CardView {
  const view = deps.views.get(name);
  if (!view) throw new Error(`No card view is called ${name}: add it to the views in main.ts.`);
  return view;
}
