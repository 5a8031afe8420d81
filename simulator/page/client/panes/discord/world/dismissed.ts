import { remembered } from '../../../remembered.ts';

/** Private answers that their reader sent away; Discord forgets them, the stand-in does not. */
export const dismissed = remembered<readonly string[]>('discord.dismissed', (stored) =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [],
);

export const dismiss = (message: string): void => dismissed.update((all) => [...all, message]);
