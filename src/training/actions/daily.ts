import type { App } from '../../app.ts';
import { alertRedLines } from './diagnosis/alert-red-lines.ts';
import { refreshBenchmarks } from './diagnosis/refresh-benchmarks.ts';
import { signalFromRatings, signalFromSilence } from './improvement/find-signals.ts';
import { checkDuePlans } from './plans/check-plans.ts';

/** What a new day asks of growth training: fresh benchmarks, the checks that have come due, and whoever falls behind. */
export async function trainToday(app: Pick<App, 'database' | 'queue' | 'clock' | 'ids'>): Promise<void> {
  // Once figures are in and compared, and not every day of the month.
  if ((await refreshBenchmarks(app)) > 0) await alertRedLines(app);
  await checkDuePlans(app);
  await signalFromRatings(app);
  await signalFromSilence(app);
}
