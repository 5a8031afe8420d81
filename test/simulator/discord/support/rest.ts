import type { RunningDiscord } from '../../../../simulator/discord/start.ts';
import { TOKEN } from './guild.ts';

/** What tests look into, of whatever came back. */
export interface Returned {
  readonly id: string;
  readonly code: number;
  readonly content: string;
  readonly flags: number;
  readonly version: string;
  readonly attachments: readonly { readonly id: string; readonly filename: string; readonly url: string }[];
  readonly thread_metadata: { readonly archived: boolean; readonly locked: boolean };
}

export interface Answered<Body = Returned> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface Sending {
  readonly body?: unknown;
  readonly files?: Readonly<Record<string, string>>;
  readonly token?: string | null;
}

/** One request as any program could send it. */
export async function rest<Body = Returned>(
  { apiUrl }: RunningDiscord,
  line: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`,
  { body, files, token = TOKEN }: Sending = {},
): Promise<Answered<Body>> {
  const [method = '', path = ''] = line.split(' ');
  const answer = await fetch(`${apiUrl}/v10${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bot ${token}` }),
      ...(body !== undefined && !files ? { 'content-type': 'application/json' } : {}),
    },
    ...(files ? { body: formOf(body, files) } : body === undefined ? {} : { body: asText(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), headers: answer.headers };
}

const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

function formOf(body: unknown, files: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.set('payload_json', JSON.stringify(body ?? {}));
  for (const [index, [name, content]] of Object.entries(files).entries())
    form.set(`files[${index}]`, new Blob([content], { type: 'text/plain' }), name);
  return form;
}
