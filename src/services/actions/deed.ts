import type { FormValues } from '../../chat/form.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Result } from '../../result.ts';
import { ok } from '../../result.ts';
import type { ServiceKind } from '../kinds.ts';
import { plainly, type StepApp, type StepInput, type Taken, takeStep } from './step.ts';

export interface DeedInput extends StepInput {
  /** What was typed into its form; empty where it has none. */
  readonly values: FormValues;
}

/** What somebody can do to a case. */
export type Deed = (app: StepApp, input: DeedInput) => Promise<Result<Taken>>;

/** A step without content: a close, a withdrawal. */
export const plainDeed =
  (kind: ServiceKind, event: string): Deed =>
  (app, input) =>
    takeStep(app, input, { kind, event, judge: plainly });

/** Staff take a case for themselves, whoever had it; its clock runs on. */
export const claimDeed =
  (kind: ServiceKind, event = 'claim'): Deed =>
  (app, input) =>
    takeStep(app, input, { kind, event, judge: () => ok({ set: assignedTo(input) }) });

const assignedTo = ({ actor }: StepInput) => ({
  assigned_to: Prisma.sql`${actor === 'clock' ? null : actor.principalId}::text`,
});
