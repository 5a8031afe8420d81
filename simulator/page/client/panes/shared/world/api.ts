/** What the person could not do, in the stand-in's words. */
export interface Refused {
  readonly error: string;
  readonly message: string;
}

export interface Answer {
  readonly refused?: Refused;
  /** The id of an uploaded file. */
  readonly file?: string;
  readonly channel?: string;
}

/** A stand-in's control API over HTTP. `base` ends without a slash, e.g. `/slack/control`. */
export class ControlApi {
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.base}/${path}`);
    if (!response.ok) throw new Error(`${path} answers ${response.status}; is the server still running?`);
    return response.json();
  }

  async post<T extends Answer>(path: string, body: object): Promise<T | Pick<Answer, 'refused'>> {
    const response = await fetch(`${this.base}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    return response.ok
      ? answer
      : { refused: { error: String(answer.error), message: String(answer.message) } };
  }
}

export function base64Of(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
  reader.onerror = () => reject(new Error(`${file.name} cannot be read; choose it again.`));
  reader.readAsDataURL(file);
  return promise;
}
