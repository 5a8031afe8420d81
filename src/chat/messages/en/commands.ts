/** What each command does and what its options mean: `<area>.<verb>.summary`, `<area>.<verb>.<option>`. */
export const commands = {
  help: { summary: 'Shows what you can do here', area: 'The command to explain, such as report' },
  whoami: { summary: 'Shows who you are to the bot: name, roles, accounts, language' },
  link: {
    summary: 'Links this chat account to you with an invitation code',
    code: 'The code that you were given',
  },
  settings: { summary: 'Changes your language, time zone and working hours' },
  inbox: { summary: 'Shows everything that waits for you, most urgent first' },
  staff: {
    invite: {
      summary: 'Makes a one-time code that lets somebody join a store, a provider or the staff',
      role: 'The role that the person will have',
      organisation: 'The store or provider that the person belongs to',
    },
  },
  refused: {
    'unknown-area': 'There is no command {{typed}}. There are: {{areas}}.',
    'unknown-area-but': 'There is no command {{typed}}. Did you mean {{meant}}? There are: {{areas}}.',
    'verb-missing': 'Say what {{area}} should do: {{verbs}}.',
    'unknown-verb': '{{area}} does not know “{{typed}}”. It knows: {{verbs}}.',
    'unknown-verb-but': 'I do not know “{{typed}}”. Did you mean {{meant}}? There are: {{verbs}}.',
    'option-missing': 'The option {{option}} is missing. For example: {{example}}',
    'too-many-words':
      '“{{word}}” is more than this command takes. Put words that belong together in quotes. For example: {{example}}',
    'not-a-choice': '{{option}} cannot be “{{typed}}”. It may be: {{choices}}.',
    'not-a-choice-but': '{{option}} cannot be “{{typed}}”. Did you mean {{meant}}? It may be: {{choices}}.',
  },
};
