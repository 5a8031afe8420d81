/**
 * Every length and count that Discord enforces and that the bot can reach. Characters are counted as UTF-16 units, which
 * is never less than Discord's own count.
 */
export const LIMITS = {
  // https://discord.com/developers/docs/components/reference#legacy-message-component-behavior: nested ones count
  message: { components: 40 },
  // https://discord.com/developers/docs/components/reference#text-display: all texts of a message together
  messageText: { chars: 4_000 },
  // https://discord.com/developers/docs/components/reference#action-row
  actionRow: { buttons: 5 },
  // https://discord.com/developers/docs/components/reference#button
  button: { labelChars: 80 },
  // https://discord.com/developers/docs/components/reference#anatomy-of-a-component
  customId: { chars: 100 },
  // https://discord.com/developers/docs/components/reference#media-gallery-media-gallery-item-structure
  image: { altChars: 1_024 },
  // https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal
  modal: { titleChars: 45, components: 5 },
  // https://discord.com/developers/docs/components/reference#label
  label: { labelChars: 45, descriptionChars: 100 },
  // https://discord.com/developers/docs/components/reference#text-input
  textInput: { valueChars: 4_000, placeholderChars: 100 },
  // https://discord.com/developers/docs/components/reference#string-select-select-option-structure
  select: { options: 25, labelChars: 100, valueChars: 100, descriptionChars: 100 },
  // https://discord.com/developers/docs/components/reference#radio-group (a choice needs two to choose from)
  radioGroup: { options: 10, fewest: 2 },
  // https://discord.com/developers/docs/components/reference#checkbox-group
  checkboxGroup: { options: 10 },
  // https://discord.com/developers/docs/components/reference#file-upload
  fileUpload: { files: 10 },
  // https://discord.com/developers/docs/resources/message#create-message-jsonform-params
  nonce: { chars: 25 },
  // https://discord.com/developers/docs/resources/channel#thread-create: a thread's name is a channel's name
  thread: { nameChars: 100 },
  // https://discord.com/developers/docs/interactions/application-commands#application-command-object
  command: { perApp: 100, nameChars: 32, descriptionChars: 100, options: 25, choices: 25, totalChars: 8_000 },
  // https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure
  choice: { nameChars: 100, valueChars: 100 },
} as const;
