import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import type { PlatformName } from './incoming.ts';

/** A few words that an adapter has to find again, in whatever process. Nothing of the programme's record is among them. */
export interface Notes {
  read(name: string): Promise<string | null>;
  write(notes: Readonly<Record<string, string>>): Promise<void>;
}

export function notesOf({ database, clock }: Pick<App, 'database' | 'clock'>, platform: PlatformName): Notes {
  return {
    async read(name) {
      const [row] = await database.query<{ readonly text: string }>(
        Prisma.sql`SELECT text FROM platform_note WHERE platform = ${platform} AND name = ${name}`,
      );
      return row?.text ?? null;
    },
    async write(notes) {
      // In one order, so that two processes which write the same notes cannot lock each other.
      const rows = Object.entries(notes)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, text]) => Prisma.sql`(${platform}, ${name}, ${text}, ${clock.now()})`);
      if (rows.length === 0) return;
      await database.query(Prisma.sql`
        INSERT INTO platform_note (platform, name, text, updated_at) VALUES ${Prisma.join(rows)}
        ON CONFLICT (platform, name) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`);
    },
  };
}
