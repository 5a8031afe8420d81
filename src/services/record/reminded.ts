import { Prisma } from '../../platform/database/generated/client.ts';
import type { Reminded } from '../../reminders/record/reminder-state.ts';
import { subjectOf, TABLE } from '../kinds.ts';
import type { ServiceCase } from './case.ts';

/** A special service among the reminders. */
export const remindedService = (found: Pick<ServiceCase, 'id' | 'kind' | 'providerId'>): Reminded => ({
  object: subjectOf(found),
  standing: Prisma.sql`
    SELECT state_seq, state_since FROM ${Prisma.raw(TABLE[found.kind])} WHERE id = ${found.id}`,
});
