import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from '../../common/json.ts';
import { mentionsOf } from '../objects/mentions.ts';
import { FLAGS } from '../state/messages.ts';
import { fieldsOf } from '../state/modal-fields.ts';
import type { Entered, Message, Modal } from '../state/model.ts';
import { COMPONENT } from '../validation/walk.ts';
import { type Reader, renderMarkdown } from './markdown.ts';

/** The words on a screen, whom they ping, and where they lead. */
export interface VisibleText {
  readonly text: string;
  readonly pings: readonly string[];
  readonly links: readonly string[];
}

/** All the words of a message as its reader sees them: content, embeds, components, names of files. */
export function visibleMessage(reader: Reader, message: Message): VisibleText {
  const mentions = mentionsOf(reader.servers, message);
  const thinking = (message.flags & FLAGS.LOADING) !== 0 ? [plain(`${botName(reader)} is thinking...`)] : [];
  const parts = [
    ...thinking,
    ...(message.content === '' ? [] : [marked(reader, message.content)]),
    ...message.embeds.flatMap((embed) => embedWords(reader, embed)),
    ...message.components.flatMap((component) => componentWords(reader, component)),
    ...message.attachments.map((id) => plain(`[file ${reader.servers.state.files[id]?.name ?? id}]`)),
  ];
  return {
    text: parts.map((part) => part.text).join('\n'),
    pings: [
      ...(mentions.everyone ? ['@everyone'] : []),
      ...mentions.users.map(({ id }) => id),
      ...mentions.roles,
    ],
    links: parts.flatMap((part) => part.links),
  };
}

/** A form: title, labels with their descriptions, what stands in its inputs, what went wrong. */
export function visibleModal(reader: Reader, modal: Modal): VisibleText {
  const parts = [
    plain(modal.title),
    ...modal.components.flatMap((component) => formWords(reader, modal, component)),
    ...(modal.failure ? [plain(modal.failure)] : []),
  ];
  return {
    text: parts.map((part) => part.text).join('\n'),
    pings: [],
    links: parts.flatMap((part) => part.links),
  };
}

interface Words {
  readonly text: string;
  readonly links: readonly string[];
}

const plain = (text: string): Words => ({ text, links: [] });
const marked = (reader: Reader, text: string): Words => renderMarkdown(reader, text);

function plainAt(from: JsonObject, ...keys: readonly string[]): Words[] {
  return keys.flatMap((key) => {
    const text = stringAt(from, key);
    return text === undefined || text === '' ? [] : [plain(text)];
  });
}

function markedAt(reader: Reader, from: JsonObject, ...keys: readonly string[]): Words[] {
  return plainAt(from, ...keys).map(({ text }) => marked(reader, text));
}

function botName({ servers }: Reader): string {
  return servers.state.users[servers.botId]?.username ?? '';
}

function embedWords(reader: Reader, embed: JsonObject): Words[] {
  return [
    ...plainAt(objectAt(embed, 'author') ?? {}, 'name'),
    ...markedAt(reader, embed, 'title', 'description'),
    ...objectsAt(embed, 'fields').flatMap((field) => markedAt(reader, field, 'name', 'value')),
    ...plainAt(objectAt(embed, 'footer') ?? {}, 'text'),
  ];
}

function componentWords(reader: Reader, component: JsonObject): Words[] {
  const inner = objectsAt(component, 'components').flatMap((one) => componentWords(reader, one));
  const accessory = isObject(component.accessory) ? componentWords(reader, component.accessory) : [];
  switch (component.type) {
    case COMPONENT.text:
      return markedAt(reader, component, 'content');
    case COMPONENT.button: {
      const url = stringAt(component, 'url');
      return plainAt(component, 'label').map(({ text }) => ({ text, links: url ? [url] : [] }));
    }
    case COMPONENT.thumbnail:
      return plainAt(component, 'description');
    case COMPONENT.gallery:
      return objectsAt(component, 'items').flatMap((item) => plainAt(item, 'description'));
    case COMPONENT.stringSelect:
      return selectWords(component);
    default:
      return [...inner, ...accessory, ...plainAt(component, 'placeholder')];
  }
}

// A menu shows what is chosen, or else what it asks for; its other options only when it is opened.
function selectWords(component: JsonObject): Words[] {
  const chosen = objectsAt(component, 'options').filter((option) => option.default === true);
  return chosen.length > 0
    ? chosen.flatMap((option) => plainAt(option, 'label'))
    : plainAt(component, 'placeholder');
}

function formWords(reader: Reader, modal: Modal, component: JsonObject): Words[] {
  if (component.type === COMPONENT.text) return markedAt(reader, component, 'content');
  const [field] = fieldsOf([component]);
  if (!field) return [];
  const entered = enteredWords(reader, field.input, modal.values[field.customId]);
  return [
    plain(field.label),
    ...plainAt(component, 'description'),
    ...(entered.length > 0 ? entered : plainAt(field.input, 'placeholder')),
  ];
}

function enteredWords({ servers }: Reader, input: JsonObject, entered: Entered | undefined): Words[] {
  if (typeof entered === 'string') return entered === '' ? [] : [plain(entered)];
  if (typeof entered === 'boolean') return [plain(entered ? '☑' : '☐')];
  return (entered ?? []).map((value) => {
    const option = objectsAt(input, 'options').find((one) => one.value === value);
    return plain((option && stringAt(option, 'label')) ?? servers.state.files[value]?.name ?? value);
  });
}
