import type { Json, JsonObject } from '../../common/json.ts';
import type { Core } from '../core.ts';

/** A file that came with a request, under the name `files[n]`. */
export interface UploadedFile {
  readonly index: number;
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export interface RestRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: JsonObject;
  readonly body: JsonObject;
  /** The body when it is a list, as that of a bulk overwrite is. */
  readonly list: readonly Json[] | undefined;
  readonly files: readonly UploadedFile[];
}

export interface Reply {
  readonly status: number;
  readonly body?: Json;
}

/** One endpoint. The name is how the journal and planned failures call it. */
export interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v10`, with `:parameters`. */
  readonly path: string;
  /** Interaction tokens are their own authority. */
  readonly auth: 'bot' | 'token';
  run(request: RestRequest, core: Core): Reply;
}

export const ok = (body: Json): Reply => ({ status: 200, body });
export const done: Reply = { status: 204 };

/** A parameter of the path; the router has matched it. */
export function param({ params }: RestRequest, name: string): string {
  return params[name] ?? '';
}
