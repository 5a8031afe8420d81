/** The control API: what a person does, in requests. */
import type { Screen, Violation } from './wire.ts';

/** Text, an option's value, a date, an id; several of them; null for empty. */
export type Raw = string | number | null | readonly string[];

export type SurfaceRef = { readonly channel: string; readonly ts: string } | { readonly viewId: string };

export interface ElementRef {
  readonly on: SurfaceRef;
  readonly blockId: string;
  readonly actionId: string;
}

export type Failure =
  | { readonly kind: 'http-500' }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number };

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

/** One workspace's control API. `base` ends without a slash, e.g. `/slack/control`. */
export class SlackControl {
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  async screen(user: string): Promise<Screen> {
    return this.#get(`state?user=${encodeURIComponent(user)}`);
  }

  async violations(): Promise<Violation[]> {
    return this.#get('violations');
  }

  command(user: string, channel: string, text: string): Promise<Answer> {
    return this.#post('command', { user, channel, text });
  }

  message(user: string, message: { channel: string; text: string; threadTs?: string | undefined }) {
    return this.#post('message', { user, ...message });
  }

  /** A button when there is no value; else a menu or picker that acts at once. */
  act(user: string, element: ElementRef, value?: Raw): Promise<Answer> {
    return this.#post('action', { user, ...element, ...(value === undefined ? {} : { value }) });
  }

  input(user: string, element: ElementRef, value: Raw): Promise<Answer> {
    return this.#post('input', { user, ...element, value });
  }

  submit(user: string): Promise<Answer> {
    return this.#post('submit', { user });
  }

  close(user: string, all: boolean): Promise<Answer> {
    return this.#post('close', { user, all });
  }

  openHome(user: string, tab: 'home' | 'messages'): Promise<Answer> {
    return this.#post('home', { user, tab });
  }

  direct(user: string): Promise<Answer> {
    return this.#post('direct', { user });
  }

  /** Without a channel the file is kept for a file input. */
  async upload(user: string, file: File, where: { channel?: string; threadTs?: string } = {}) {
    const contentBase64 = await base64Of(file);
    const type = file.type ? { mimetype: file.type } : {};
    return this.#post('upload', { user, name: file.name, contentBase64, ...type, ...where });
  }

  failNext(failure: Failure): Promise<Answer> {
    return this.#post('failures', { method: '*', times: 1, failure });
  }

  duplicateNext(): Promise<Answer> {
    return this.#post('disturbance', { duplicate: true });
  }

  async #get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.base}/${path}`);
    if (!response.ok) throw new Error(`${path} answers ${response.status}; is the server still running?`);
    return response.json();
  }

  async #post(path: string, body: object): Promise<Answer> {
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

function base64Of(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
  reader.onerror = () => reject(new Error(`${file.name} cannot be read; choose it again.`));
  reader.readAsDataURL(file);
  return promise;
}
