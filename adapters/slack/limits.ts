/**
 * Every length and count that Slack enforces and that the bot can reach. Characters are counted as UTF-16 units, which
 * is never less than Slack's own count.
 */
export const LIMITS = {
  // https://docs.slack.dev/reference/block-kit/blocks/#supported
  message: { blocks: 50 },
  modal: { blocks: 100 },
  home: { blocks: 100 },
  // Undocumented: messages are refused with msg_blocks_too_long from about 13,000 characters on.
  // https://github.com/slackapi/bolt-js/issues/2509
  messageText: { chars: 11_500 },
  // https://docs.slack.dev/reference/methods/chat.update: 4,000 bytes, of which an escaped character takes up to five
  fallbackText: { chars: 400 },
  // https://docs.slack.dev/reference/methods/views.open/#arguments (a view's JSON: 250 KB)
  viewText: { chars: 60_000 },
  // https://docs.slack.dev/reference/block-kit/blocks/header-block
  header: { chars: 150 },
  // https://docs.slack.dev/reference/block-kit/blocks/section-block; rich text has no documented limit of its own
  section: { chars: 3_000 },
  // https://docs.slack.dev/reference/block-kit/blocks/context-block
  context: { elements: 10 },
  // https://docs.slack.dev/reference/block-kit/blocks/actions-block
  actions: { elements: 25 },
  // https://docs.slack.dev/reference/block-kit/blocks/image-block
  image: { altChars: 2_000 },
  // https://docs.slack.dev/reference/block-kit/block-elements/button-element
  button: { chars: 75, valueChars: 2_000 },
  // https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
  confirm: { titleChars: 100, textChars: 300, buttonChars: 30 },
  // https://docs.slack.dev/reference/views/modal-views
  view: { titleChars: 24, buttonChars: 24, metadataChars: 3_000, callbackChars: 255 },
  // https://docs.slack.dev/reference/block-kit/blocks/input-block
  input: { labelChars: 2_000, hintChars: 2_000, blockIdChars: 255 },
  // https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
  textInput: { valueChars: 3_000, placeholderChars: 150 },
  // https://docs.slack.dev/reference/block-kit/composition-objects/option-object
  option: { textChars: 75, valueChars: 150, descriptionChars: 75 },
  // https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
  select: { options: 100 },
  // https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element (radio buttons: the same)
  checkboxes: { options: 10 },
  // https://docs.slack.dev/reference/block-kit/block-elements/file-input-element
  fileInput: { files: 10 },
  // https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses (5 answers in 30 minutes)
  responseUrl: { uses: 5 },
  // https://docs.slack.dev/interactivity/implementing-slash-commands and the manifest's reference
  manifest: { commands: 50, descriptionChars: 2_000, usageHintChars: 1_000 },
} as const;
