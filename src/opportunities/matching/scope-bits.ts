/** The scopes of a candidacy as one number: a bit each, in the order of the codes; FULL sets them all. */
import { SERVICE_SCOPES, type ServiceScope } from '../../reports/report.ts';

const EVERY_BIT = 2 ** SERVICE_SCOPES.length - 1;
const PARTIAL = SERVICE_SCOPES.filter((scope) => scope !== 'FULL');

/** Every number that somebody's offers can make. */
export const EVERY_OFFER: readonly number[] = [
  ...Array.from({ length: 2 ** PARTIAL.length - 1 }, (_, index) => index + 1),
  EVERY_BIT,
];

const bitOf = (scope: ServiceScope): number => 2 ** SERVICE_SCOPES.indexOf(scope);

/** Share of the wanted scopes that an offer covers, 0 to 1. */
export const shareOf = (offer: number, wanted: readonly ServiceScope[]): number =>
  wanted.filter((scope) => (offer & bitOf(scope)) !== 0).length / wanted.length;
