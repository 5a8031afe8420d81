import { known } from '../facts.ts';
import { refuseReport } from '../refusals.ts';
import type { Check } from '../table/row.ts';
import { lengthOf } from './texts.ts';

/** T7: what is confirmed is what was read. */
export const hashIsCurrent: Check<'confirm'> = ({ report, event }) => {
  if (event.clickedHash === report.revisionHash) return [];
  return [refuseReport('hash-changed', { shown: event.clickedHash, current: report.revisionHash })];
};

/** T7: every N/A, and every standard without a remedy, is ticked by itself; nothing is waved through in a bundle. */
export const everyItemTicked: Check<'confirm'> = ({ event, context }) =>
  known(context.facts, 'mustTick')
    .filter((item) => !event.naTicks.includes(item))
    .map((item) => refuseReport('not-ticked', { item }, item));

/** T7: the typed name is part of the confirmation record (§4.3). */
export const nameTyped: Check<'confirm'> = ({ event }) =>
  lengthOf(event.typedName) > 0 ? [] : [refuseReport('typed-name-missing', {}, 'typedName')];
