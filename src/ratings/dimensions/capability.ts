/** D7, capability and acquisition (domain-rules §7.3): four quarters of the score, always evidenced. */
import { Decimal } from 'decimal.js';
import { decimal, sum, ZERO } from '../decimal.ts';
import { CAPABILITY } from '../rules.ts';
import type { Capability } from '../score/evidence.ts';
import type { Measured } from './dimension.ts';

const { part, fullCertifiedShare, fullNewStores } = CAPABILITY;
const WHOLE = decimal(1);

export function capability(evidence: Capability): Measured {
  const { certifiedShare, tasksDone, tasksAssigned, apiHealthy, newStores } = evidence;
  const shares = [
    Decimal.min(WHOLE, decimal(certifiedShare).div(fullCertifiedShare)),
    // Who was assigned nothing has left nothing undone.
    tasksAssigned === 0 ? WHOLE : decimal(tasksDone).div(tasksAssigned),
    apiHealthy ? WHOLE : ZERO,
    Decimal.min(WHOLE, decimal(newStores).div(fullNewStores)),
  ];
  return { value: sum(shares).times(part), evidenced: true };
}
