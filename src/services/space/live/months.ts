import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { UnreadableFile } from '../../../ratings/actions/import/decode.ts';
import { importStoreMonths } from '../../../ratings/actions/import/import-store-months.ts';
import { readRows } from '../../../ratings/actions/import/read-rows.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import type { Rejection, StoreMonthRow } from '../../../ratings/store-months/row.ts';
import { today } from '../../../reports/periods.ts';
import { isRefused, ok, type Refusal, type Result, refuse, refuseAll } from '../../../result.ts';
import type { KeyHolder } from '../../access/actions/authenticate.ts';
import type { ProviderSpace, UploadedFile, UploadedMonths } from '../space.ts';
import { listMonths } from './list-months.ts';
import { monthRefusal } from './month-refusal.ts';
import { notForProvider } from './served-months.ts';

type Months = Pick<ProviderSpace, 'storeMonths' | 'uploadMonths'>;
/** As many as somebody reads. */
const MOST_PROBLEMS = 100;

export function liveMonths(app: App, { providerId, person }: KeyHolder): Months {
  return {
    storeMonths: (wanted) => listMonths(app, providerId, wanted),
    uploadMonths: async (_asked, file) => {
      const problem = await firstProblems(app, providerId, file);
      if (problem) return problem;
      return imported(app, file, person.principalId);
    },
  };
}

/** The file is read twice: what is not the provider's to say must be known before anything is taken over. */
async function firstProblems(
  app: App,
  providerId: OrganisationId,
  file: UploadedFile,
): Promise<Refusal | null> {
  const rows: StoreMonthRow[] = [];
  try {
    for await (const line of readRows(once(file.bytes), today(app.clock.now(), PROGRAMME_ZONE))) {
      if ('storeId' in line) rows.push(line);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return error.refusal;
    throw error;
  }
  const others = await app.database.query<{ line: number; storeId: string; code: string }>(
    notForProvider(providerId, rows),
  );
  return bundled(
    others
      .slice(0, MOST_PROBLEMS)
      .map(({ line, storeId, code }) => refuse(`access.${code}`, { line, storeId }, `line ${line}`)),
  );
}

async function imported(
  app: App,
  { name, bytes }: UploadedFile,
  by: string,
): Promise<Result<UploadedMonths>> {
  const rejected: Rejection[] = [];
  const done = await importStoreMonths(app, {
    ...{ name, source: once(bytes), from: 'UPLOAD', partial: false, by },
    onRejected: (rows) => rejected.push(...rows.slice(0, MOST_PROBLEMS - rejected.length)),
  });
  if (isRefused(done)) return done;
  const refusal = bundled(rejected.map(monthRefusal));
  if (refusal) return refusal;
  const { accepted, unchanged } = done.ok;
  return ok({ accepted, unchanged });
}

function bundled([first, ...others]: readonly Refusal[]): Refusal | null {
  return first ? refuseAll([first, ...others]) : null;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
