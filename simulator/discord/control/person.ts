import type { AtTheScreen } from '../../common/at-the-screen.ts';
import { stringAt } from '../../common/json.ts';
import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import type { Composed } from '../interactions/commands/command-line.ts';
import { autocomplete, runCommand } from '../interactions/commands/run.ts';
import { operate } from '../interactions/components.ts';
import type { Raw } from '../interactions/entering.ts';
import { closeModal, fillModal, submitModal } from '../interactions/modals/modals.ts';
import type { Outcome } from '../interactions/outbound.ts';
import { speak } from '../interactions/speech.ts';
import { openDirect } from '../state/channels.ts';
import { storeFile } from '../state/files.ts';
import type { Message, Modal } from '../state/model.ts';
import { findTarget, messagesSeen, offersTarget, type Target } from './targets.ts';
import { type VisibleText, visibleMessage, visibleModal } from './visible.ts';

/** Where a message goes, and what hangs on it. */
export interface Saying {
  readonly channel?: string;
  readonly files?: readonly string[];
  readonly replyTo?: string;
}

/** One person at their Discord: sees what they would see, does what they could do, nothing more. */
export class Person implements AtTheScreen {
  readonly id: string;
  readonly #core: Core;

  constructor(core: Core, id: string) {
    if (!core.servers.state.users[id])
      throw new NotPossible('user_not_found', `there is nobody called ${id}`);
    this.#core = core;
    this.id = id;
  }

  /** The direct messages with the app. */
  get direct(): string {
    return openDirect(this.#core.servers, this.id).id;
  }

  /**
   * Runs a command, in the direct messages with the app unless a channel is named: `/report new …` or its parts. In a line,
   * options stand as `name:value` or in their order. Resolves when acknowledged.
   */
  command(command: string | Composed, channel = this.direct): Promise<Outcome> {
    return runCommand(this.#core, { userId: this.id, channelId: channel, command });
  }

  /** Types an option that the app completes; resolves with the words of what it offers. */
  async autocomplete(command: string | Composed, channel = this.direct): Promise<readonly string[]> {
    const choices = await autocomplete(this.#core, { userId: this.id, channelId: channel, command });
    return choices.map((choice) => stringAt(choice, 'name') ?? '');
  }

  /** Presses the newest button that fits. */
  async click(target: Target): Promise<Outcome> {
    const { message, component } = findTarget(this.#core, this.id, target);
    return this.#operate(message, String(component.custom_id));
  }

  /** Whether `click` or `choose` would find something. */
  offers(target: Target): boolean {
    return offersTarget(this.#core, this.id, target);
  }

  /** Chooses in a menu: by option value, option words, or id; several at once. */
  async choose(target: Target, raw: Raw): Promise<Outcome> {
    const { message, component } = findTarget(this.#core, this.id, target);
    return this.#operate(message, String(component.custom_id), raw);
  }

  /** Writes a message, in the direct messages with the app unless another channel is named. Returns its id. */
  say(text: string, { channel = this.direct, files, replyTo }: Saying = {}): string {
    return speak(this.#core, { userId: this.id, channelId: channel, text, files, replyTo }).id;
  }

  /** Keeps a file ready for a form (`fill({ Contract: [id] })`), an option, or `say`. Returns its id. */
  upload(name: string, content: Uint8Array | string): string {
    return storeFile(this.#core.servers, { name, content: Buffer.from(content) }).id;
  }

  /** Fills inputs of the open form, by label or custom_id. `null` empties one. */
  fill(values: Readonly<Record<string, Raw>>): void {
    fillModal(this.#core, this.id, values);
  }

  /** Presses the form's button. Throws when Discord would hold it back; resolves when the app has answered. */
  submit(): Promise<Outcome> {
    return submitModal(this.#core, this.id);
  }

  /** Takes the form off the screen, the only one that there can be; the app does not hear of it. */
  async close(_options?: { readonly all?: boolean }): Promise<void> {
    closeModal(this.#core, this.id);
  }

  /** The open form's words, or nothing. */
  modal(): VisibleText | undefined {
    const modal = this.view();
    return modal && visibleModal(this.#reader(), modal);
  }

  view(): Modal | undefined {
    return this.#core.servers.state.modals[this.id];
  }

  /** Everything that this person sees in a channel, or in all of theirs, oldest first, private answers included. */
  messages(channel?: string): Message[] {
    return messagesSeen(this.#core, this.id, channel);
  }

  /** The newest message whose words contain these, or nothing. */
  finds(words: string, channel?: string): Message | undefined {
    return this.messages(channel).findLast((message) => this.read(message).text.includes(words));
  }

  read(message: Message): VisibleText {
    return visibleMessage(this.#reader(), message);
  }

  /** All words on this person's screen: messages, then the open form, then what Discord itself told them. */
  sees(channel?: string): string {
    const notices = this.#core.servers.state.notices.filter((notice) => notice.user === this.id);
    const messages = this.messages(channel).map((message) => this.read(message).text);
    return [...messages, this.modal()?.text ?? '', ...notices.map((notice) => notice.text)].join('\n');
  }

  #reader() {
    return { servers: this.#core.servers, user: this.id };
  }

  #operate(message: Message, customId: string, raw?: Raw): Promise<Outcome> {
    const where = { channelId: message.channelId, messageId: message.id };
    return operate(this.#core, { userId: this.id, ...where, customId, raw });
  }
}
