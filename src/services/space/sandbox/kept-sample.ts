import type { App } from '../../../app.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { today } from '../../../reports/periods.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { freshSample, type Sample } from './sample.ts';

type Needs = Pick<App, 'database' | 'clock'>;

export interface Kept {
  readonly version: number;
  readonly sample: Sample;
}

/** As it stands, or as it begins. */
export async function loadSample({ database, clock }: Needs, applicationId: string): Promise<Kept> {
  const [row] = await database.query<Kept>(
    Prisma.sql`SELECT version, sample FROM api_sandbox WHERE application_id = ${applicationId}`,
  );
  const now = clock.now();
  return row ?? { version: 0, sample: freshSample(today(now, PROGRAMME_ZONE), now.toISOString()) };
}

export interface Step<T> {
  readonly sample: Sample;
  readonly answer: T;
  /** Goes into the same transaction. */
  readonly also?: readonly Prisma.Sql[];
}

const ATTEMPTS = 4;
const CHANGED = 'sample-changed';

/** Changes the sample as one compare-and-set; whoever comes second tries on what the first has left. */
export async function changeSample<T>(
  app: Needs,
  applicationId: string,
  step: (sample: Sample) => Result<Step<T>> | Promise<Result<Step<T>>>,
): Promise<Result<T>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { version, sample } = await loadSample(app, applicationId);
    const done = await step(sample);
    if (isRefused(done)) return done;
    const { answer, also = [] } = done.ok;
    try {
      const at = app.clock.now();
      await app.database.change([written(applicationId, version, { sample: done.ok.sample, at }), ...also]);
      return ok(answer);
    } catch (error) {
      if (!(error instanceof Conflict && error.code === CHANGED)) throw error;
    }
  }
  return refuse('access.sandbox-busy');
}

interface Next {
  readonly sample: Sample;
  readonly at: Date;
}

const written = (applicationId: string, version: number, { sample, at }: Next): Prisma.Sql => Prisma.sql`
  WITH kept AS (
    INSERT INTO api_sandbox AS s (application_id, version, sample, updated_at)
    VALUES (${applicationId}, 1, ${JSON.stringify(sample)}::jsonb, ${at})
    ON CONFLICT (application_id) DO UPDATE SET version = s.version + 1, sample = excluded.sample,
      updated_at = excluded.updated_at WHERE s.version = ${version}
    RETURNING version)
  SELECT expect_rows((SELECT count(*) FROM kept), 1, ${CHANGED})`;
