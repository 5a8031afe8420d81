import { StandInClient } from '../../shared/world/stand-in-client.ts';
import { SlackControl } from './control.ts';
import type { Screen } from './wire.ts';

export type WorkspaceClient = StandInClient<Screen, SlackControl>;

export const workspaceClient = (base: string): WorkspaceClient => new StandInClient(new SlackControl(base));
