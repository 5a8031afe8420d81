import type { App } from '../app.ts';
import type { Card } from '../chat/card.ts';
import type { PlatformName } from '../chat/incoming.ts';
import type { PlatformPort } from '../chat/platform-port.ts';
import type { ReaderDefaults } from '../chat/reader.ts';
import type { Audience, CardView, OwedMessage } from './view.ts';

/** What the workers need beside the record. */
export interface DeliveryDeps {
  readonly app: App;
  readonly defaults: ReaderDefaults;
  readonly ports: ReadonlyMap<PlatformName, PlatformPort>;
  readonly views: ReadonlyMap<string, CardView>;
  /** The staff channel of each platform that has one. */
  readonly staffChannels: readonly StaffChannel[];
}

export interface StaffChannel {
  readonly platform: PlatformName;
  readonly channel: string;
}

/** The cards of a view for one reader, from the record as it is now. */
export function drawn(
  deps: DeliveryDeps,
  { view, subject }: Pick<OwedMessage, 'view' | 'subject'>,
  audience: Audience,
): Promise<readonly Card[] | null> {
  const [name = '', detail] = view.split(':', 2);
  const found = deps.views.get(name);
  if (!found) throw new Error(`No card view is called ${name}: add it to the views in vocabularies.ts.`);
  return found.draw(deps.app, audience, subject, detail);
}

/** Whatever failed, with the platform in front: so it is told apart among the dead letters. */
export function failureOn(platform: PlatformName, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`${platform}: ${reason}`, { cause: error });
}
