import type { Violation } from '../../platform.ts';
import { type Answer, base64Of, ControlApi } from '../../shared/world/api.ts';
import type { Screen } from './wire.ts';

/** Text, an option's value, an id; several of them; a tick; null for empty. */
export type Raw = string | boolean | null | readonly string[];

/** A command as Discord's client composes it. */
export interface Composed {
  readonly area: string;
  readonly verb?: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** How the app answered; Discord's client shows a failure where the person acted. */
export interface Acted extends Answer {
  readonly outcome?: { readonly acked: boolean };
}

export type Failure =
  | { readonly kind: 'http-500' }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number };

interface Operated {
  readonly channel: string;
  readonly message: string;
  readonly customId: string;
}

/** The stand-in's control API: what a person does, in requests. */
export class DiscordControl {
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

  command(user: string, channel: string, command: Composed): Promise<Acted> {
    return this.#api.post('command', { user, channel, command });
  }

  /** What the app offers for the last of the options given. */
  async choices(user: string, channel: string, command: Composed): Promise<readonly Choice[]> {
    const answer: Answer & { readonly choices?: readonly Choice[] } = await this.#api.post('autocomplete', {
      ...{ user, channel, command },
    });
    return answer.choices ?? [];
  }

  message(user: string, channel: string, text: string): Promise<Answer> {
    return this.#api.post('message', { user, channel, text });
  }

  /** A button when there is no value, else a menu. */
  act(user: string, operated: Operated, value?: Raw): Promise<Acted> {
    return this.#api.post('action', { user, ...operated, ...(value === undefined ? {} : { value }) });
  }

  input(user: string, customId: string, value: Raw): Promise<Answer> {
    return this.#api.post('input', { user, customId, value });
  }

  submit(user: string): Promise<Acted> {
    return this.#api.post('submit', { user });
  }

  close(user: string): Promise<Answer> {
    return this.#api.post('close', { user });
  }

  direct(user: string): Promise<Answer> {
    return this.#api.post('direct', { user });
  }

  /** Without a channel the file is kept for a form. */
  async upload(user: string, file: File, channel?: string): Promise<Answer> {
    const contentBase64 = await base64Of(file);
    const type = file.type ? { contentType: file.type } : {};
    return this.#api.post('upload', {
      ...{ user, name: file.name, contentBase64, ...type },
      ...(channel === undefined ? {} : { channel }),
    });
  }

  failNext(failure: Failure): Promise<Answer> {
    return this.#api.post('failures', { route: '*', times: 1, failure });
  }

  duplicateNext(): Promise<Answer> {
    return this.#api.post('disturbance', { duplicate: true });
  }

  dropGateway(): Promise<Answer> {
    return this.#api.post('gateway', { how: 'drop' });
  }

  blockDirect(user: string, blocks: boolean): Promise<Answer> {
    return this.#api.post('circumstance', { kind: 'block-direct', user, blocks });
  }
}
