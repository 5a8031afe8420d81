import type { JsonObject } from '../../../../simulator/common/json.ts';

export const words = (length: number) => 'x'.repeat(length);
export const plain = (text: string): JsonObject => ({ type: 'plain_text', text });
export const mrkdwn = (text: string): JsonObject => ({ type: 'mrkdwn', text });
export const section = (text = 'hello'): JsonObject => ({ type: 'section', text: mrkdwn(text) });
export const option = (value: string, text = value): JsonObject => ({ text: plain(text), value });

export const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));

export const button = (over: JsonObject = {}): JsonObject => ({
  type: 'button',
  action_id: 'go',
  text: plain('Go'),
  ...over,
});

export const actions = (...elements: JsonObject[]): JsonObject => ({ type: 'actions', elements });

export const select = (over: JsonObject = {}): JsonObject => ({
  type: 'static_select',
  action_id: 'pick',
  options: options(2),
  ...over,
});

export const input = (element: JsonObject, over: JsonObject = {}): JsonObject => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...over,
});

export const textInput = (over: JsonObject = {}): JsonObject => ({
  type: 'plain_text_input',
  action_id: 'text',
  ...over,
});

export const modal = (blocks: readonly JsonObject[], over: JsonObject = {}): JsonObject => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Send'),
  blocks,
  ...over,
});
