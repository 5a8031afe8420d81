/** What the conversation itself says, whatever it is about. */
export const chat = {
  refused: { title: 'That is not possible', 'not-dead': 'Somebody has had this tried again already.' },
  'not-linked': {
    title: 'Welcome to Baobei',
    lead: 'I do not know yet who is behind this chat account.',
    ask: 'Ask the owner of your store, the administrator of your company or a staff lead to invite you. They get a code for you.',
    redeem: 'Send me the code with {{command}}.',
    after: 'After that, {{command}} shows what you can do here.',
    account: 'This account: {{account}}',
  },
  'stray-button': {
    title: 'This button is from a card that no longer stands',
    lead: 'Nothing was done. {{command}} shows everything that waits for you, with working buttons.',
  },
  'already-handled': {
    title: 'This was done already',
    lead: 'Your request had arrived before and was carried out once. {{command}} shows how things stand now.',
  },
  failed: {
    title: 'This was not done',
    unavailable: 'The record cannot be reached at the moment. Nothing was changed.',
    defect: 'Something went wrong on my side. Nothing was changed.',
    kept: 'I have kept your request, try it again by myself and tell you how it went. You need not do anything.',
    'ask-again': 'Please try again in a moment.',
    reference: 'If you ask for help, give this reference: {{reference}}',
  },
  'given-up': {
    title: 'Your request could not be carried out',
    lead: 'I tried several times without success. Nothing was changed, and a staff lead can see it. {{command}} shows how things stand now.',
  },
  'form-kept': {
    title: 'Your form is not sent yet',
    lead: 'What you typed is kept. Open the form again from {{command}}; it will be filled in.',
  },
  dead: {
    title: 'What could not be done',
    none: 'Nothing: every request was carried out, every message delivered.',
    lead: 'Requests: {{requests}}. Messages: {{letters}}. The newest are shown; trying again is always safe.',
    request: 'Request: {{what}}',
    letter: 'Message: {{queue}}',
    kind: {
      'command-options': 'a command',
      click: 'a button',
      form: 'a form',
      home: 'the home page',
      message: 'a message',
    },
    by: 'Asked by',
    since: 'Given up',
    attempts: 'Tries',
    reason: 'Reason',
    reference: 'Reference',
    retry: 'Try {{number}} again',
  },
  help: {
    title: 'What you can do here',
    lead: 'The commands that your roles let you use.',
    'lead-unlinked': 'This chat account is linked to nobody yet, so only these commands work.',
    footer:
      'More about one of them: /help report. Options may be given in order or by name, such as name:value.',
    'area-title': 'Help: {{area}}',
    optional: '(may be left out)',
    example: 'Example:',
    needs: 'Needs the role {{roles}}.',
    everyone: 'everyone',
  },
  table: { title: 'Commands', command: 'Command', summary: 'What it does', who: 'Who may use it' },
};
