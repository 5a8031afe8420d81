import { type Refusal, refuse } from '../../result.ts';
import type { Command } from '../conversation.ts';
import { nearest } from './nearest.ts';
import type { Registry } from './registry.ts';

/** `prefix` goes before the area that was probably meant: `/`, or `/help `. */
export function unknownArea(registry: Registry, area: string, prefix = '/'): Refusal {
  const typed = `/${area}`;
  const areas = registry.areas.map((known) => `/${known}`);
  const meant = nearest(area, registry.areas);
  return meant
    ? refuse('commands.unknown-area-but', { typed, areas, meant: `${prefix}${meant}` })
    : refuse('commands.unknown-area', { typed, areas });
}

export function unknownVerb(area: string, commands: readonly Command[], typed: string | undefined): Refusal {
  const verbs = commands.map(({ verb }) => verb);
  if (typed === undefined || typed === '')
    return refuse('commands.verb-missing', { area: `/${area}`, verbs });
  const meant = nearest(typed, verbs);
  return meant
    ? refuse('commands.unknown-verb-but', { typed, verbs, meant: `/${area} ${meant}` })
    : refuse('commands.unknown-verb', { typed, verbs, area: `/${area}` });
}
