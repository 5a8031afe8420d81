import { StandInClient } from '../../shared/world/stand-in-client.ts';
import { DiscordControl } from './control.ts';
import type { Screen } from './wire.ts';

export type ServersClient = StandInClient<Screen, DiscordControl>;

export const serversClient = (base: string): ServersClient => new StandInClient(new DiscordControl(base));
