import { DriverAdapterError } from '@prisma/driver-adapter-utils';

/** What both drivers' errors of the server have. */
interface ServerError {
  readonly code?: string | undefined;
  readonly severity?: string | undefined;
  readonly message: string;
  readonly detail?: string | undefined;
  readonly column?: string | undefined;
  readonly hint?: string | undefined;
}

/** In the words that Prisma's engines understand; anything else they call "external error" and keep to themselves. */
export function asDriverError({ code = '', severity = '', message, detail, column, hint }: ServerError) {
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}
