const ZONES: ReadonlyMap<string, string> = new Map(
  Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]),
);

/** To guess from what somebody meant. */
export const ZONE_NAMES: readonly string[] = [...ZONES.values()];

/**
 * The IANA zone of this name in any case, with spaces or underscores, as the zone database spells it. Offsets such as
 * +08:00 are valid to Intl, but know no daylight saving: only names of places, and UTC, are kept.
 */
export function zoneNamed(typed: string): string | undefined {
  const name = typed.normalize('NFKC').trim().replaceAll(' ', '_');
  return name.toUpperCase() === 'UTC' ? 'UTC' : ZONES.get(name.toLowerCase());
}
