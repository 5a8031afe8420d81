/** Chat accounts, invitations and personal settings. */
export const accounts = {
  whoami: {
    roles: 'Roles',
    'no-role': 'None yet',
    'role-at': '{{role}} at {{organisation}}',
    accounts: 'Chat accounts',
    footer: 'Change language, time zone and working hours with {{command}}.',
  },
  settings: {
    title: 'Your settings',
    language: 'Language',
    follow: 'As in my chat account',
    zone: 'Time zone',
    'zone-help': 'A place, such as Europe/Paris. Left empty: {{zone}}.',
    hours: 'Working hours',
    opens: 'Working hours begin at',
    closes: 'Working hours end at',
    saved: 'Your settings are saved.',
  },
  invite: {
    title: 'Invite somebody',
    intro:
      'The person gets exactly this role at exactly this organisation. You will be shown a code to pass on.',
    role: 'Role',
    organisation: 'Organisation',
    'organisation-help': 'Name of the store or service provider. Left empty for staff.',
    name: 'Name of the person',
    'name-help': 'As it will stand under what they confirm and decide.',
    submit: 'Make a code',
  },
  invited: {
    title: 'An invitation for {{name}}',
    lead: 'Pass this on privately. The person sends me: {{command}}',
    expires: 'Valid until',
    once: 'The code works once and is shown only now; it is stored nowhere. If it gets lost, make another one.',
  },
  linked: {
    title: 'Welcome, {{name}}',
    'title-again': 'You have one more role',
    lead: 'You are now {{role}} at {{organisation}}.',
    next: '{{help}} shows what you can do; {{settings}} sets language, time zone and working hours.',
  },
  refused: {
    'code-unknown': 'I do not know this code. Tries left within this hour: {{left}}.',
    'code-used': 'This code was used already; each works once. Tries left within this hour: {{left}}.',
    'code-expired': 'This code has expired. Tries left within this hour: {{left}}.',
    'link-locked': 'Too many codes from this account were wrong. You can try again from {{opensAt}}.',
    'already-member': 'You already are {{role}} at {{organisation}}. The code was not used up.',
    'role-missing': 'Choose the role that the person will have.',
    'role-elsewhere': 'The role {{role}} does not exist at {{organisation}}.',
    'person-name': 'The name must have 1 to {{max}} characters.',
    'organisation-missing': 'Say to which store or service provider the person belongs.',
    'organisation-unknown': 'There is no organisation called “{{typed}}”.',
    'organisation-ambiguous':
      '“{{typed}}” could be several: {{names}}. Type the whole name or the id in brackets.',
    'organisation-guessed':
      'There is no organisation called “{{typed}}”. If you meant one of these, type its whole name or the id in brackets: {{names}}.',
    'zone-unknown': '“{{typed}}” is not a time zone. Name a place, such as Asia/Shanghai.',
    'zone-unknown-but': '“{{typed}}” is not a time zone. Did you mean {{meant}}?',
    'not-a-time': '“{{typed}}” is not a time of day. Type it as 09:00.',
    'hours-reversed': 'Working hours must end after they begin.',
  },
  next: {
    'code-unknown': 'Check the code letter by letter. Only letters and digits count, not dashes or spaces.',
    'code-used': 'Ask whoever invited you for a new code.',
    'code-expired': 'Ask whoever invited you for a new code.',
  },
};
