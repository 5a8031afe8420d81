import type { AtTheScreen } from '../../common/at-the-screen.ts';
import { objectAt, objectsAt, stringAt } from '../../common/json.ts';
import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import { openHome } from '../outbound/events/app-home.ts';
import { typeMessage } from '../outbound/events/person-message.ts';
import { enter, operate } from '../outbound/interactions/block-actions.ts';
import { suggest } from '../outbound/interactions/block-suggestion.ts';
import { runCommand } from '../outbound/interactions/slash-command.ts';
import { closeView } from '../outbound/interactions/view-closed.ts';
import { submitView } from '../outbound/interactions/view-submission.ts';
import type { Outcome } from '../outbound/transport/delivery.ts';
import { conversationsOf, openDirect } from '../state/conversations.ts';
import { storeFile } from '../state/files.ts';
import { labelOf, type PlacedElement, placedElements } from '../state/modals/elements.ts';
import { type Raw, stateValue } from '../state/modals/entered.ts';
import { topView } from '../state/modals/views.ts';
import type { EphemeralMessage, Message, View } from '../state/model.ts';
import type { RenderedText } from './mrkdwn.ts';
import { findTarget, offersTarget, type Target } from './targets.ts';
import { visibleMessage, visibleView } from './visible.ts';

/** Where a message goes, and what hangs on it. */
export interface Saying {
  readonly channel?: string;
  readonly threadTs?: string;
  readonly files?: readonly string[];
}

/** One person at their Slack: sees what they would see, does what they could do, nothing more. */
export class Person implements AtTheScreen {
  readonly id: string;
  readonly #core: Core;

  constructor(core: Core, id: string) {
    if (!core.workspace.state.users[id])
      throw new NotPossible('user_not_found', `there is nobody called ${id}`);
    this.#core = core;
    this.id = id;
  }

  /** The conversation with the app. */
  get direct(): string {
    return openDirect(this.#core.workspace, [this.id, this.#core.workspace.bot.userId]).id;
  }

  /** Types a command, in the conversation with the app unless a channel is named. Resolves when acknowledged. */
  command(line: string, channel = this.direct): Promise<Outcome> {
    return runCommand(this.#core, { user: this.id, channel, line });
  }

  /** Clicks the newest button that fits, the open modal's before those of messages, those before the home tab's. */
  async click(target: Target): Promise<Outcome> {
    const { on, placed } = findTarget(this.#core, this.id, target);
    return operate(this.#core, { user: this.id, on, actionId: placed.actionId, blockId: placed.blockId });
  }

  /** Whether `click` or `choose` would find something. */
  offers(target: Target): boolean {
    return offersTarget(this.#core, this.id, target);
  }

  /** Chooses in a menu or picker that acts at once: by option value, option words, date, or id. */
  async choose(target: Target, raw: Raw): Promise<Outcome> {
    const { on, placed } = findTarget(this.#core, this.id, target);
    return operate(this.#core, {
      user: this.id,
      on,
      actionId: placed.actionId,
      blockId: placed.blockId,
      raw,
    });
  }

  /** Types into a menu that the app feeds; resolves with the words of the options that it offers. */
  async search(target: Target, query: string): Promise<readonly string[]> {
    const { on, placed } = findTarget(this.#core, this.id, target);
    const where = { user: this.id, on, actionId: placed.actionId, blockId: placed.blockId };
    const options = await suggest(this.#core, { ...where, query });
    return options.map((option) => stringAt(objectAt(option, 'text') ?? {}, 'text') ?? '');
  }

  /** Writes a message, in the conversation with the app unless another is named. Returns its timestamp. */
  say(text: string, { channel = this.direct, threadTs, files }: Saying = {}): string {
    return typeMessage(this.#core, { user: this.id, channel, text, threadTs, files }).ts;
  }

  /** Keeps a file ready for a file input (`fill({ Contract: [id] })`) or for `say`. Returns its id. */
  upload(name: string, content: Uint8Array | string): string {
    const bytes = Buffer.from(content);
    return storeFile(this.#core.workspace, { user: this.id, name, size: bytes.length }, bytes).id;
  }

  /** Fills inputs of the open modal, by label, block_id or action_id. `null` empties one. */
  fill(values: Readonly<Record<string, Raw>>): void {
    const view = this.#openView();
    for (const [name, raw] of Object.entries(values)) this.#fillOne(view, name, raw);
  }

  /** Presses the modal's button. Throws when Slack would hold it back; resolves when the app's answer is carried out. */
  submit(): Promise<Outcome> {
    return submitView(this.#core, this.id);
  }

  close(options?: { readonly all?: boolean }): Promise<void> {
    return closeView(this.#core, this.id, options);
  }

  openHome(): void {
    openHome(this.#core, this.id);
  }

  /** The open modal's words, or nothing. */
  modal(): RenderedText | undefined {
    const view = this.view();
    return view && visibleView(this.#reader(), view);
  }

  view(): View | undefined {
    return topView(this.#core.workspace, this.id);
  }

  home(): RenderedText | undefined {
    const view = this.#core.workspace.state.homes[this.id];
    return view && visibleView(this.#reader(), view);
  }

  /** Everything that this person sees in a conversation, or in all of theirs, oldest first, private answers included. */
  messages(channel?: string): (Message | EphemeralMessage)[] {
    const { workspace } = this.#core;
    const ids = channel ? [channel] : conversationsOf(workspace, this.id).map((one) => one.id);
    const posted = ids.flatMap((id) => workspace.state.messages[id] ?? []);
    const own = workspace.state.ephemerals.filter((one) => one.to === this.id && ids.includes(one.channel));
    return [...posted, ...own].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  }

  /** The newest message whose words contain these, or nothing. */
  finds(words: string, channel?: string): Message | EphemeralMessage | undefined {
    return this.messages(channel).findLast((message) => this.read(message).text.includes(words));
  }

  read(message: Message | EphemeralMessage): RenderedText {
    return visibleMessage(this.#reader(), message);
  }

  /** All words on this person's screen: messages, then the open modal, then what Slack itself told them. */
  sees(channel?: string): string {
    const notices = this.#core.workspace.state.notices.filter((notice) => notice.user === this.id);
    const messages = this.messages(channel).map((message) => this.read(message).text);
    return [...messages, this.modal()?.text ?? '', ...notices.map((notice) => notice.text)].join('\n');
  }

  #reader() {
    return { workspace: this.#core.workspace, user: this.id };
  }

  #openView(): View {
    const view = this.view();
    if (!view) throw new NotPossible('no_modal', `${this.id} has no modal open`);
    return view;
  }

  #fillOne(view: View, name: string, raw: Raw): void {
    const placed = inputNamed(view, name);
    const value = stateValue(this.#core.workspace, placed.element, raw);
    if (!value) {
      throw new NotPossible('value_not_possible', `"${name}" does not take ${JSON.stringify(raw)}`);
    }
    enter(this.#core, view, { placed, value });
  }
}

function inputNamed(view: View, name: string): PlacedElement {
  const placed = placedElements(objectsAt(view.content, 'blocks'));
  const found = placed.find((one) => [labelOf(one), one.blockId, one.actionId].includes(name));
  if (found) return found;
  const title = objectAt(view.content, 'title');
  const there = placed.map(labelOf).join(', ');
  throw new NotPossible(
    'no_input',
    `no input "${name}" in "${title && stringAt(title, 'text')}"; there are: ${there}`,
  );
}
