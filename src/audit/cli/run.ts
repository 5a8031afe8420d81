import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { DirectoryInUse } from '../../platform/database/directory-lock.ts';
import { DatabaseUnavailable } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { anchorToday } from '../anchor.ts';
import { exportEvents } from '../export.ts';
import { describeFinding } from '../verify/finding.ts';
import { verify } from '../verify/verify.ts';
import { type AuditCommand, auditCommand, WrongUse } from './arguments.ts';

/** 0 done and sound · 1 the trail is broken · 2 wrong use · 3 the database or the file cannot be used. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface AuditCliDeps {
  readonly openDatabase: () => Promise<Database>;
  readonly clock: Clock;
  /** Where an export without `--out` and the results go. */
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Runs one command line to its exit code. Everything that an operator can put right is said on stderr. */
export async function runAudit(args: readonly string[], deps: AuditCliDeps): Promise<ExitCode> {
  try {
    const command = auditCommand(args);
    await using database = await deps.openDatabase();
    if (await hasTrail(database)) return await carryOut(command, database, deps);
    deps.stderr.write(`${NO_TRAIL}\n`);
    return 3;
  } catch (error) {
    const said = explained(error);
    if (said === null) throw error;
    deps.stderr.write(`${said.line}\n`);
    return said.code;
  }
}

const NO_TRAIL =
  'There is no audit trail in this database yet. Check DATABASE_URL and DATA_DIR; a new database gets its tables when ' +
  'Baobei starts, or with npm run db:migrate.';

async function hasTrail(database: Database): Promise<boolean> {
  const [row] = await database.query<{ found: boolean }>(
    Prisma.sql`SELECT to_regclass('audit_anchor_head') IS NOT NULL AS found`,
  );
  return row?.found === true;
}

async function carryOut(command: AuditCommand, database: Database, deps: AuditCliDeps): Promise<ExitCode> {
  if (command.verb === 'verify') return report(await verify(database), deps);
  if (command.verb === 'export') return writeExport(command, database, deps);
  const anchor = await anchorToday({ database, clock: deps.clock });
  deps.stdout.write(`${anchor.day} ${anchor.hash} (${anchor.heads} chains moved)\n`);
  return 0;
}

function report(result: Awaited<ReturnType<typeof verify>>, { stdout, stderr }: AuditCliDeps): ExitCode {
  const { events, objects, anchors, finding } = result;
  if (finding) {
    stderr.write(
      `BROKEN: ${describeFinding(finding)}.\nEverything before it, ${events} events read, is sound. Keep this database ` +
        'as it is and compare it with a backup and an earlier export.\n',
    );
    return 1;
  }
  stdout.write(`Sound: ${events} events of ${objects} objects, ${anchors} anchors.\n`);
  return 0;
}

async function writeExport(
  command: Extract<AuditCommand, { verb: 'export' }>,
  database: Database,
  { stdout }: AuditCliDeps,
): Promise<ExitCode> {
  const events = exportEvents(database, command.format, command.filter);
  // Never over an older export, which may be the only witness.
  const file =
    command.out === undefined ? null : createWriteStream(command.out, { flags: 'wx', mode: 0o600 });
  await (file ? pipeline(events, file) : pipeline(events, stdout, { end: false }));
  return 0;
}

interface Explained {
  readonly line: string;
  readonly code: ExitCode;
}

function explained(error: unknown): Explained | null {
  if (error instanceof WrongUse) return { line: error.message, code: 2 };
  if (error instanceof DirectoryInUse) return { line: `${error.message}\n${WHILE_RUNNING}`, code: 3 };
  if (error instanceof DatabaseUnavailable) return { line: error.message, code: 3 };
  return error instanceof Error && 'code' in error ? fileProblem(error) : null;
}

const WHILE_RUNNING =
  'The audit commands need the embedded database for themselves: stop Baobei, run this again, and start it; or copy ' +
  'DATA_DIR while it is stopped and give the copy as DATA_DIR.';

function fileProblem(error: Error & { readonly code: unknown }): Explained | null {
  // A reader such as `head` has had enough.
  if (error.code === 'EPIPE') return { line: 'The output was closed before the end.', code: 3 };
  if (error.code === 'EEXIST')
    return { line: `The file is there already, and is not written over: ${error.message}`, code: 3 };
  const file = ['ENOENT', 'EACCES', 'EISDIR', 'ENOSPC', 'EROFS'].includes(String(error.code));
  return file ? { line: `The file cannot be written: ${error.message}`, code: 3 } : null;
}
