/** What the server tells the page when it opens. */
export interface PageSetup {
  /** Whether the demo can be put back to its first morning. */
  readonly canReset: boolean;
  readonly platforms: readonly PlatformSetup[];
  readonly people: readonly PagePerson[];
  /** Whose window each turn of the guide is played in. The first three are what a new visitor sees, left to right. */
  readonly turns: Readonly<Record<Turn, WindowSetup>>;
}

export const PLATFORM_KINDS = ['slack', 'discord'] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];

export interface PlatformSetup {
  readonly kind: PlatformKind;
  /** Path of the stand-in's control API, without a slash at the end. */
  readonly control: string;
}

/** `stranger` has a second account that nobody has linked yet. */
export const TURNS = ['store', 'provider', 'staff', 'stranger'] as const;
export type Turn = (typeof TURNS)[number];

/** One person at one platform. */
export interface WindowSetup {
  readonly person: string;
  readonly platform: PlatformKind;
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
  /** Their account on each platform that they use. */
  readonly accounts: Readonly<Partial<Record<PlatformKind, PageAccount>>>;
}

export interface PageAccount {
  readonly id: string;
  /** The conversation that stands open at first, where it is not the one with the app. */
  readonly opensIn: string | null;
}
