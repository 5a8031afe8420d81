import { type Deposit, known } from '../lifecycle/facts.ts';
import { refuseReport } from '../lifecycle/refusals.ts';
import { type Guard, hasException } from './guard.ts';

/**
 * G7: the deposit covers what is required, unless a waiver was asked for, which then needs two approvals (§3.4).
 * The table decides what a shortfall does: it warns at T5, blocks at T10, and suspends at T13.
 */
export const deposit: Guard = {
  id: 'G7',
  facts: ['deposit'],
  refusals: (report, { facts }) => {
    const held = known(facts, 'deposit');
    if (missingMinor(held) <= 0 || hasException(report, 'DEPOSIT_WAIVER')) return [];
    return [refuseReport('deposit-short', shortfall(held))];
  },
};

const missingMinor = ({ requiredMinor, availableMinor }: Deposit): number => requiredMinor - availableMinor;

const shortfall = (held: Deposit) => ({
  missing: { minor: missingMinor(held), currency: held.currency },
  required: { minor: held.requiredMinor, currency: held.currency },
});
