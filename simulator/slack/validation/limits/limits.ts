/**
 * What Slack documents and the types cannot say: lengths and counts. Lengths are in characters, as Slack counts them
 * (UTF-16 units). Paths lead from the object to the measured value; `*` stands for each item of a list.
 */
export interface Limit {
  readonly at: string;
  /** Characters of a text, or items of a list. */
  readonly max?: number;
  readonly min?: number;
}

export interface Limits {
  /** Page under https://docs.slack.dev/ that says so. */
  readonly see: string;
  readonly limits: readonly Limit[];
}

const BLOCKS = 'reference/block-kit/blocks';
const ELEMENTS = 'reference/block-kit/block-elements';
const COMPOSITION = 'reference/block-kit/composition-objects';

/** By the `type` of a block or element. */
export const LIMITS_BY_TYPE: Readonly<Record<string, Limits>> = {
  actions: { see: `${BLOCKS}/actions-block`, limits: [{ at: 'elements', min: 1, max: 25 }] },
  card: {
    see: `${BLOCKS}/card-block`,
    limits: [
      { at: 'title.text', max: 150 },
      { at: 'subtitle.text', max: 150 },
      { at: 'body.text', max: 200 },
    ],
  },
  carousel: { see: `${BLOCKS}/carousel-block`, limits: [{ at: 'elements', min: 1, max: 10 }] },
  container: {
    see: `${BLOCKS}/container-block`,
    limits: [
      { at: 'child_blocks', min: 1, max: 10 },
      { at: 'title.text', max: 150 },
      { at: 'subtitle.text', max: 150 },
    ],
  },
  context: { see: `${BLOCKS}/context-block`, limits: [{ at: 'elements', min: 1, max: 10 }] },
  context_actions: { see: `${BLOCKS}/context-actions-block`, limits: [{ at: 'elements', min: 1, max: 5 }] },
  header: { see: `${BLOCKS}/header-block`, limits: [{ at: 'text.text', max: 150 }] },
  image: {
    see: `${BLOCKS}/image-block`,
    limits: [
      { at: 'image_url', max: 3_000 },
      { at: 'alt_text', max: 2_000 },
      { at: 'title.text', max: 2_000 },
    ],
  },
  input: {
    see: `${BLOCKS}/input-block`,
    limits: [
      { at: 'label.text', max: 2_000 },
      { at: 'hint.text', max: 2_000 },
    ],
  },
  markdown: { see: `${BLOCKS}/markdown-block`, limits: [{ at: 'text', min: 1, max: 12_000 }] },
  section: {
    see: `${BLOCKS}/section-block`,
    limits: [
      { at: 'text.text', max: 3_000 },
      { at: 'fields', min: 1, max: 10 },
      { at: 'fields.*.text', max: 2_000 },
    ],
  },
  table: {
    see: `${BLOCKS}/table-block`,
    limits: [
      { at: 'rows', min: 1, max: 100 },
      { at: 'rows.*', min: 1, max: 20 },
      { at: 'column_settings', max: 20 },
    ],
  },
  video: {
    see: `${BLOCKS}/video-block`,
    limits: [
      { at: 'title.text', max: 199 },
      { at: 'author_name', max: 49 },
    ],
  },
  button: {
    see: `${ELEMENTS}/button-element`,
    limits: [
      { at: 'text.text', max: 75 },
      { at: 'value', max: 2_000 },
      { at: 'url', max: 3_000 },
      { at: 'accessibility_label', max: 75 },
    ],
  },
  workflow_button: {
    see: `${ELEMENTS}/workflow-button-element`,
    limits: [
      { at: 'text.text', max: 75 },
      { at: 'accessibility_label', max: 75 },
    ],
  },
  checkboxes: { see: `${ELEMENTS}/checkboxes-element`, limits: [{ at: 'options', min: 1, max: 10 }] },
  radio_buttons: {
    see: `${ELEMENTS}/radio-button-group-element`,
    limits: [{ at: 'options', min: 1, max: 10 }],
  },
  overflow: { see: `${ELEMENTS}/overflow-menu-element`, limits: [{ at: 'options', min: 1, max: 5 }] },
  static_select: { see: `${ELEMENTS}/select-menu-element`, limits: menuLimits() },
  multi_static_select: { see: `${ELEMENTS}/multi-select-menu-element`, limits: menuLimits() },
  plain_text_input: {
    see: `${ELEMENTS}/plain-text-input-element`,
    limits: [{ at: 'initial_value', max: 3_000 }],
  },
  plain_text: { see: `${COMPOSITION}/text-object`, limits: [{ at: 'text', min: 1, max: 3_000 }] },
  mrkdwn: { see: `${COMPOSITION}/text-object`, limits: [{ at: 'text', min: 1, max: 3_000 }] },
  raw_text: { see: `${BLOCKS}/table-block`, limits: [{ at: 'text', min: 1 }] },
  modal: { see: 'reference/views/modal-views', limits: [...viewLimits(), ...wordsOnModal()] },
  home: { see: 'reference/views/home-tab-views', limits: viewLimits() },
};

function menuLimits(): Limit[] {
  return [
    { at: 'options', min: 1, max: 100 },
    { at: 'option_groups', min: 1, max: 100 },
    { at: 'option_groups.*.options', min: 1, max: 100 },
    { at: 'option_groups.*.label.text', max: 75 },
  ];
}

function viewLimits(): Limit[] {
  return [
    { at: 'blocks', max: 100 },
    { at: 'private_metadata', max: 3_000 },
    { at: 'callback_id', max: 255 },
    { at: 'external_id', max: 255 },
  ];
}

function wordsOnModal(): Limit[] {
  return ['title', 'submit', 'close'].map((part) => ({ at: `${part}.text`, max: 24 }));
}

/** By the name under which something stands, whatever holds it. */
export const LIMITS_BY_KEY: Readonly<Record<string, Limits>> = {
  action_id: { see: ELEMENTS, limits: [{ at: '', min: 1, max: 255 }] },
  block_id: { see: BLOCKS, limits: [{ at: '', min: 1, max: 255 }] },
  placeholder: { see: ELEMENTS, limits: [{ at: 'text', max: 150 }] },
  confirm: {
    see: `${COMPOSITION}/confirmation-dialog-object`,
    limits: [
      { at: 'title.text', max: 100 },
      { at: 'text.text', max: 300 },
      { at: 'confirm.text', max: 30 },
      { at: 'deny.text', max: 30 },
    ],
  },
  options: { see: `${COMPOSITION}/option-object`, limits: optionLimits('*.') },
  initial_options: { see: `${COMPOSITION}/option-object`, limits: optionLimits('*.') },
  initial_option: { see: `${COMPOSITION}/option-object`, limits: optionLimits('') },
};

function optionLimits(each: string): Limit[] {
  return [
    { at: `${each}text.text`, max: 75 },
    { at: `${each}value`, min: 1, max: 150 },
    { at: `${each}description.text`, max: 75 },
    { at: `${each}url`, max: 3_000 },
  ];
}

/** Of messages and views as a whole. */
export const WHOLE = {
  /** https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
  messageTextCharacters: 40_000,
  /** Bytes after escaping. https://docs.slack.dev/reference/methods/chat.update#errors */
  updatedTextBytes: 4_000,
  /** https://docs.slack.dev/reference/block-kit/blocks */
  messageBlocks: 50,
  /** `msg_blocks_too_long`: all text in all blocks. https://github.com/slackapi/bolt-js/issues/2509 */
  messageBlocksTextCharacters: 12_000,
  /** https://docs.slack.dev/messaging/formatting-message-text#attachments */
  messageAttachments: 100,
  /** `view_too_large`. https://docs.slack.dev/reference/methods/views.open#errors */
  viewBytes: 250_000,
  /** https://docs.slack.dev/messaging/message-metadata */
  metadataBytes: 8_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
  inputFileBytes: 10_000_000,
} as const;
