/** The control API: what a person does, in requests. */
import { type Answer, base64Of, ControlApi } from '../../shared/world/api.ts';
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

export type { Answer };

/** One workspace's control API. */
export class SlackControl {
  readonly #api: ControlApi;

  constructor(base: string) {
    this.#api = new ControlApi(base);
  }

  get base(): string {
    return this.#api.base;
  }

  screen(user: string): Promise<Screen> {
    return this.#api.get(`state?user=${encodeURIComponent(user)}`);
  }

  violations(): Promise<readonly Violation[]> {
    return this.#api.get('violations');
  }

  command(user: string, channel: string, text: string): Promise<Answer> {
    return this.#api.post('command', { user, channel, text });
  }

  message(
    user: string,
    message: { channel: string; text: string; threadTs?: string | undefined },
  ): Promise<Answer> {
    return this.#api.post('message', { user, ...message });
  }

  /** A button when there is no value; else a menu or picker that acts at once. */
  act(user: string, element: ElementRef, value?: Raw): Promise<Answer> {
    return this.#api.post('action', { user, ...element, ...(value === undefined ? {} : { value }) });
  }

  input(user: string, element: ElementRef, value: Raw): Promise<Answer> {
    return this.#api.post('input', { user, ...element, value });
  }

  submit(user: string): Promise<Answer> {
    return this.#api.post('submit', { user });
  }

  close(user: string, all: boolean): Promise<Answer> {
    return this.#api.post('close', { user, all });
  }

  openHome(user: string, tab: 'home' | 'messages'): Promise<Answer> {
    return this.#api.post('home', { user, tab });
  }

  direct(user: string): Promise<Answer> {
    return this.#api.post('direct', { user });
  }

  /** Without a channel the file is kept for a file input. */
  async upload(
    user: string,
    file: File,
    where: { channel?: string; threadTs?: string } = {},
  ): Promise<Answer> {
    const contentBase64 = await base64Of(file);
    const type = file.type ? { mimetype: file.type } : {};
    return this.#api.post('upload', { user, name: file.name, contentBase64, ...type, ...where });
  }

  failNext(failure: Failure): Promise<Answer> {
    return this.#api.post('failures', { method: '*', times: 1, failure });
  }

  duplicateNext(): Promise<Answer> {
    return this.#api.post('disturbance', { duplicate: true });
  }
}
