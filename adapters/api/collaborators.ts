import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { App } from '../../src/app.ts';
import type { ReaderDefaults } from '../../src/chat/reader.ts';
import type { KeyHolder } from '../../src/services/access/actions/authenticate.ts';
import type { ProviderSpace } from '../../src/services/space/space.ts';

/** What the API needs of the core. */
export interface ApiCollaborators {
  readonly app: App;
  readonly defaults: ReaderDefaults;
  /** Requests a minute for each key, and for each address. */
  readonly limits?: { readonly perKey: number; readonly perAddress: number };
}

/** Routes whose schemas are zod's. */
export type ApiServer = Parameters<FastifyPluginAsyncZod>[0];

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set for every route under `/api/v1`. */
    holder: KeyHolder | null;
  }
}

/** One request that has been let in. */
export interface Admitted {
  readonly holder: KeyHolder;
  readonly space: ProviderSpace;
}
