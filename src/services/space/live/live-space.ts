import type { App } from '../../../app.ts';
import type { KeyHolder } from '../../access/actions/authenticate.ts';
import type { ProviderSpace } from '../space.ts';
import { liveItems } from './items.ts';
import { liveMonths } from './months.ts';
import { liveRating } from './rating.ts';
import { liveReports } from './reports.ts';

/** The record itself, through the actions that the chat takes; whoever took the key is who acts. */
export function liveSpace(app: App, holder: KeyHolder): ProviderSpace {
  return {
    ...liveItems(app, holder),
    ...liveReports(app, holder),
    ...liveMonths(app, holder),
    ...liveRating(app, holder),
  };
}
