import type { Refusal } from '../../result.ts';
import { known, type LegalEntities, type ProviderStanding, type RevisionFacts } from '../lifecycle/facts.ts';
import { refuseReport } from '../lifecycle/refusals.ts';
import type { IsoDate } from '../report.ts';
import type { Guard } from './guard.ts';

/**
 * G5: the provider is recognised on the first reporting day and not barred; store and provider are different legal
 * entities; common control is declared. A declared related party is allowed, with two approvals (§3.4).
 */
export const recognition: Guard = {
  id: 'G5',
  facts: ['provider', 'legalEntities', 'revision'],
  refusals: (report, { facts }) => [
    ...standingRefused(known(facts, 'provider'), report.request.reportingStart),
    ...entitiesRefused(known(facts, 'legalEntities'), known(facts, 'revision')),
  ],
};

/** Also T1's guard, then with today as the day. */
export function standingRefused(provider: ProviderStanding, day: IsoDate): readonly Refusal[] {
  const { recognisedUntil, barred } = provider;
  if (barred) return [refuseReport('provider-barred', {})];
  if (recognisedUntil === null) return [refuseReport('provider-never-recognised', {})];
  if (recognisedUntil >= day) return [];
  return [refuseReport('provider-not-recognised', { start: day, recognisedUntil })];
}

function entitiesRefused(entities: LegalEntities, { relatedParty }: RevisionFacts): readonly Refusal[] {
  if (sameName(entities.store, entities.provider)) {
    return [refuseReport('same-legal-entity', { entity: entities.provider })];
  }
  // Null: not filled in yet. G6 asks for the declaration before it can be missing here.
  if (!entities.commonControl || relatedParty !== 'NONE') return [];
  return [refuseReport('common-control-undeclared', {}, 'relatedParty')];
}

const sameName = (one: string, other: string): boolean =>
  one.normalize('NFKC').trim().toLowerCase() === other.normalize('NFKC').trim().toLowerCase();
