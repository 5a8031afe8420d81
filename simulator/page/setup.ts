/** What the server tells the page when it opens. */
export interface PageSetup {
  /** Whether the demo can be put back to its first morning. */
  readonly canReset: boolean;
  readonly platforms: readonly PlatformSetup[];
  readonly people: readonly PagePerson[];
  /** Ids of people, in the order of their windows. */
  readonly shownFirst: readonly string[];
}

export interface PlatformSetup {
  readonly kind: 'slack';
  /** Path of the stand-in's control API, without a slash at the end. */
  readonly control: string;
}

export const PERSON_GROUPS = ['stores', 'providers', 'staff', 'others'] as const;
export type PersonGroup = (typeof PERSON_GROUPS)[number];

export interface InBothLanguages {
  readonly en: string;
  readonly zh: string;
}

/** Somebody whom a visitor can act. */
export interface PagePerson {
  readonly id: string;
  readonly group: PersonGroup;
  readonly name: InBothLanguages;
  readonly title: InBothLanguages;
  readonly organisation: InBothLanguages | null;
  /** Their account on each platform, by its kind. */
  readonly accounts: Readonly<Record<PlatformSetup['kind'], string>>;
  /** The conversation that stands open at first, where it is not the one with the app. */
  readonly opensIn: string | null;
}
