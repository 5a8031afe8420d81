import type { App } from '../../app.ts';
import { undeliveredCount } from '../../delivery/undelivered.ts';
import type { Funnel } from '../../pictures/charts/funnel.ts';
import { funnel } from './numbers/funnel.ts';
import { type Happened, happened } from './numbers/happened.ts';
import { type OpenCases, openCases } from './numbers/open-cases.ts';
import { type OwnTime, ownTime } from './numbers/own-time.ts';
import { type ReturnReason, returnReasons } from './numbers/returns.ts';
import type { Week } from './week.ts';

const REASONS_SHOWN = 5;

/** What operators look at once a week (domain-rules §12). */
export interface Digest {
  readonly week: Week;
  readonly happened: Happened;
  readonly ownTime: readonly OwnTime[];
  readonly returnReasons: readonly ReturnReason[];
  readonly funnel: Funnel;
  /** As it is when asked, whichever the week. */
  readonly open: readonly OpenCases[];
  readonly undelivered: number;
}

type Needs = Pick<App, 'database' | 'clock'>;

export async function digestOf(app: Needs, week: Week): Promise<Digest> {
  const [was, time, reasons, through, open, undelivered] = await Promise.all([
    happened(app, week),
    ownTime(app, week),
    returnReasons(app, week, REASONS_SHOWN),
    funnel(app, week),
    openCases(app, app.clock.now()),
    undeliveredCount(app),
  ]);
  return {
    week,
    happened: was,
    ownTime: time,
    returnReasons: reasons,
    funnel: through,
    open,
    undelivered,
  };
}
