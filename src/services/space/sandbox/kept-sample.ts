import type { App } from '../../../app.ts';
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
}

const ATTEMPTS = 4;

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
    const kept = await app.database.query(Prisma.sql`
      INSERT INTO api_sandbox AS s (application_id, version, sample, updated_at)
      VALUES (${applicationId}, 1, ${JSON.stringify(done.ok.sample)}::jsonb, ${app.clock.now()})
      ON CONFLICT (application_id) DO UPDATE SET version = s.version + 1, sample = excluded.sample,
        updated_at = excluded.updated_at WHERE s.version = ${version}
      RETURNING version`);
    if (kept.length > 0) return ok(done.ok.answer);
  }
  return refuse('access.sandbox-busy');
}
