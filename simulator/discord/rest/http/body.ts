import { isObject, type Json, type JsonObject, parseJson } from '../../../common/json.ts';
import { DiscordRefusal } from '../refusal.ts';
import type { UploadedFile } from '../route.ts';

export interface ParsedBody {
  readonly body: JsonObject;
  readonly list: readonly Json[] | undefined;
  readonly files: readonly UploadedFile[];
}

/**
 * JSON, or a form with JSON in `payload_json` beside `files[n]`. Refuses with 50109.
 * https://discord.com/developers/docs/reference#uploading-files
 */
export async function parseBody(raw: unknown, contentType: string): Promise<ParsedBody> {
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
  if (!contentType.startsWith('multipart/form-data')) return { ...parsed(bytes.toString('utf8')), files: [] };
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const content = Buffer.from(await value.arrayBuffer());
    files.push({ index: Number(index), name: value.name, contentType: value.type, content });
  }
  return { ...parsed(String(form.get('payload_json') ?? '')), files };
}

function parsed(text: string): Pick<ParsedBody, 'body' | 'list'> {
  if (text === '') return { body: {}, list: undefined };
  const value = parseJson(text);
  if (value === undefined) throw new DiscordRefusal('invalidJson');
  return { body: isObject(value) ? value : {}, list: Array.isArray(value) ? value : undefined };
}
