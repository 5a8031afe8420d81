import { useState } from 'react';
import type { SlashCommand } from '../world/wire.ts';

export interface Completion {
  readonly shown: readonly SlashCommand[];
  readonly active: number;
  readonly point: (index: number) => void;
  readonly dismiss: () => void;
  readonly revive: () => void;
}

/** Slash commands that fit what stands in the composer so far; none once a blank follows the name. */
export function useCompletion(text: string, commands: readonly SlashCommand[]): Completion {
  const [dismissed, setDismissed] = useState(false);
  const [active, point] = useState(0);
  const typed = /^\/\S*$/.exec(text)?.[0];
  const fitting =
    typed === undefined || dismissed ? [] : commands.filter(({ command }) => command.startsWith(typed));
  return {
    shown: fitting,
    active: Math.min(active, Math.max(fitting.length - 1, 0)),
    point,
    dismiss: () => setDismissed(true),
    revive: () => {
      setDismissed(false);
      point(0);
    },
  };
}
