import type { App } from '../../../src/app.ts';
import { refuse } from '../../../src/result.ts';
import type { KeyHolder } from '../../../src/services/access/actions/authenticate.ts';
import { type Endpoint, findEndpoint } from '../../../src/services/webhooks/record/endpoints.ts';
import { Refused } from '../problems/errors.ts';

/** Those of other applications, and of the other mode, are as if they were not there. */
export async function ownEndpoint(
  app: Pick<App, 'database'>,
  { applicationId, mode }: KeyHolder,
  wanted: string,
): Promise<Endpoint> {
  const found = await findEndpoint(app, wanted);
  if (found?.applicationId === applicationId && found.mode === mode) return found;
  throw new Refused(refuse('access.endpoint-unknown'));
}
