/** The words in which the demo's people and places are described. Plain data: whoever seeds a database decides how. */
import type { PlatformName } from '../../src/chat/incoming.ts';
import type { Role } from '../../src/people/principal.ts';
import type { ServiceScope } from '../../src/reports/report.ts';

export interface InBothLanguages {
  readonly en: string;
  readonly zh: string;
}

export interface CastPerson {
  /** Principal id; the newcomer has none until somebody invites them. */
  readonly principalId: string | null;
  readonly slackUserId: string;
  readonly discordUserId: string;
  /** Where they have a window on the page. */
  readonly shownOn: readonly PlatformName[];
  /** Accounts that the record knows, in the order in which messages try them. */
  readonly linkedOn: readonly PlatformName[];
  /** The handle after the @. */
  readonly handle: string;
  readonly name: InBothLanguages;
  readonly role: Role | null;
  readonly organisationId: string | null;
  /** As the record keeps it. */
  readonly locale: 'en' | 'zh';
  /** As Slack spells it. */
  readonly slackLocale: string;
  /** IANA name. */
  readonly timeZone: string;
  /** What they do, shown where a person is picked. */
  readonly title: InBothLanguages;
}

export interface CastOrganisation {
  readonly id: string;
  readonly name: string;
  /** Shown where room is short. */
  readonly shortName: InBothLanguages;
  readonly legalEntity: string;
  /** ISO 3166-1 alpha-2: whose business calendar counts. */
  readonly country: string;
}

export interface CastStore extends CastOrganisation {
  readonly categories: readonly string[];
}

export interface CastServiceItem {
  readonly id: string;
  readonly scope: ServiceScope;
  readonly name: InBothLanguages;
  readonly description: InBothLanguages;
}

export interface CastProvider extends CastOrganisation {
  readonly categories: readonly string[];
  /** Calendar days from the demo's first day on; the record wants a date. Negative: already run out. */
  readonly recognisedForDays: number;
  readonly licenceValidForDays: number;
  /** Integer minor units. */
  readonly depositAvailableMinor: number;
  readonly depositCurrency: string;
  /** What there is to try with this provider. */
  readonly note: InBothLanguages;
  readonly items: readonly CastServiceItem[];
}

export interface CastChannel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Slack user ids; the bot is a member of each. */
  readonly members: readonly string[];
  readonly purpose: InBothLanguages;
}
