/**
 * The database refused a change because somebody else was first, or because a rule that it guards would break.
 * Actions turn it into a refusal; nothing of the change was written.
 */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  /** The code given to `expect_rows`, or `unique` / `overlap` when a constraint refused. */
  readonly code: string;
  /** Name of the constraint that refused; undefined for `expect_rows`. */
  readonly constraint: string | undefined;

  constructor(code: string, constraint?: string) {
    super(constraint === undefined ? code : `${code} (${constraint})`);
    this.code = code;
    this.constraint = constraint;
  }
}

/**
 * The database cannot be reached or gave up on the statement. The whole change was rolled back, except when the
 * connection broke during COMMIT, where it is unknown; that is why every change carries a compare-and-set.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly retryable = true;
  /** SQLSTATE, socket error code or Prisma code, for the log. */
  readonly reason: string;

  constructor(reason: string, cause: unknown) {
    super(`The database is not available (${reason}); trying again is safe.`, { cause });
    this.reason = reason;
  }
}

/** What a driver said, in the shape shared by both adapters. */
interface DriverFailure {
  readonly sqlState: string;
  readonly message: string;
  readonly constraint: string | undefined;
}

const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';
/** Raised by `expect_rows` in the initial migration. */
const UNEXPECTED_ROWS = 'BB001';

// Serialization failure and deadlock: the transaction lost against another one and may simply run again.
const LOST_RACE = new Set(['40001', '40P01']);
// Classes 08 (connection), 53 (resources), 57P (shutdown) of https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNAVAILABLE_STATE = /^(08|53|57P)/;
const UNAVAILABLE_KIND = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionAlreadyClosed',
]);
// Codes of https://www.prisma.io/docs/orm/reference/error-reference: unreachable, timed out, closed, pool exhausted.
const UNAVAILABLE_PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);
// Drivers report a connection that died under a statement as a plain error without a code.
const UNAVAILABLE_MESSAGE =
  /connection terminated|connection ended|connection timeout|timeout exceeded when trying to connect|not queryable|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|PGlite is closed/i;
const UNAVAILABLE_SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** True when the transaction was rolled back only because it met another one; running it again is right. */
export function lostRace(error: unknown): boolean {
  if (text(error, 'code') === 'P2034') return true;
  return LOST_RACE.has(driverFailure(error)?.sqlState ?? '');
}

/** Conflict, DatabaseUnavailable, or the error as it was (a defect in a statement). */
export function translate(error: unknown): unknown {
  const failure = driverFailure(error);
  if (failure?.sqlState === UNEXPECTED_ROWS) return new Conflict(failure.message);
  if (failure?.sqlState === UNIQUE_VIOLATION) return new Conflict('unique', failure.constraint);
  if (failure?.sqlState === EXCLUSION_VIOLATION) return new Conflict('overlap', failure.constraint);
  const reason = lostRace(error) ? 'lost a race' : unavailability(error, failure);
  return reason === undefined ? error : new DatabaseUnavailable(reason, error);
}

function unavailability(error: unknown, failure: DriverFailure | undefined): string | undefined {
  if (failure && UNAVAILABLE_STATE.test(failure.sqlState)) return failure.sqlState;
  const kind = text(driverCause(error), 'kind');
  if (UNAVAILABLE_KIND.has(kind)) return kind;
  const code = text(error, 'code');
  if (UNAVAILABLE_PRISMA.has(code) || UNAVAILABLE_SOCKET.has(code)) return code;
  return failure === undefined && UNAVAILABLE_MESSAGE.test(text(error, 'message'))
    ? 'connection lost'
    : undefined;
}

function driverFailure(error: unknown): DriverFailure | undefined {
  const cause = driverCause(error);
  const sqlState = text(cause, 'originalCode') || text(cause, 'code');
  if (sqlState === '') return undefined;
  const message = text(cause, 'originalMessage') || text(cause, 'message');
  return { sqlState, message, constraint: text(field(cause, 'constraint'), 'index') || quoted(message) };
}

/** Both adapters put `{ kind, originalCode, originalMessage, constraint? }` into `DriverAdapterError.cause`. */
function driverCause(error: unknown): unknown {
  return field(field(field(error, 'meta'), 'driverAdapterError') ?? error, 'cause');
}

/** PGlite's adapter keeps the constraint's name only inside the message, where PostgreSQL quotes it. */
function quoted(message: string): string | undefined {
  return /["«„“](.+?)["»”]/.exec(message)?.[1];
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function text(value: unknown, key: string): string {
  const found = field(value, key);
  return typeof found === 'string' ? found : '';
}
