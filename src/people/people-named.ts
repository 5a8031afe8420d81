import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import type { PrincipalId } from './principal.ts';

export interface FoundPerson {
  readonly id: PrincipalId;
  readonly name: string;
}

/** More of one name than a message can list. */
const SHOWN = 5;

/** Everybody of this whole name, in any case, or with this id. */
export function peopleNamed({ database }: Pick<App, 'database'>, typed: string): Promise<FoundPerson[]> {
  const name = typed.trim();
  return database.query<FoundPerson>(Prisma.sql`
    SELECT id, display_name AS name FROM principal WHERE id = ${name} OR lower(display_name) = lower(${name})
    ORDER BY id LIMIT ${SHOWN}::int`);
}
