import { permitted, rolesFor } from '../../people/permissions.ts';
import type { Actor, Role } from '../../people/principal.ts';
import type { Command } from '../conversation.ts';

/** Whether somebody may use a command anywhere at all; which record it reaches is judged by its action. */
export const mayUse = (command: Command, actor: Actor | null): boolean =>
  command.who === 'anyone' || permitted(command.who, actor).allowed;

/** Empty: everybody. */
export const rolesOf = (command: Command): readonly Role[] =>
  command.who === 'anyone' ? [] : rolesFor(command.who);
