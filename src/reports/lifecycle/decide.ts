import type { Result } from '../../result.ts';
import type { Report } from '../report.ts';
import type { Change } from './change.ts';
import type { DecisionContext } from './context.ts';
import type { ReportEvent } from './events.ts';

/** Filled in by the next commit; the signature stands. */
export function decide(_report: Report, event: ReportEvent, _context: DecisionContext): Result<Change> {
  throw new Error(`No transition carries out "${event.type}" yet.`);
}
