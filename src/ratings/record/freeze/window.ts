import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { endOf, type Quarter, shifted, startOf } from '../../cycle/quarter.ts';

/** What one freezing is about: a quarter, and everybody or a few whose figures were corrected. */
export interface Freezing {
  readonly quarter: Quarter;
  readonly providers: readonly OrganisationId[] | null;
}

export interface Window {
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** Twelve months before the end. */
  readonly yearStart: IsoDate;
}

export const windowOf = (quarter: Quarter): Window => ({
  start: startOf(quarter),
  end: endOf(quarter),
  yearStart: startOf(shifted(quarter, -3)),
});

/** Narrows a statement to the providers in question. */
export const among = (column: Prisma.Sql, { providers }: Freezing): Prisma.Sql =>
  providers === null ? Prisma.empty : Prisma.sql`AND ${column} = ANY(${[...providers]}::text[])`;

/** Net of refunds and of orders flagged false (domain-rules §7.1). */
export const netOf = (alias: string): Prisma.Sql =>
  Prisma.raw(`(${alias}.gmv_minor - ${alias}.refunds_minor - ${alias}.false_gmv_minor)`);
