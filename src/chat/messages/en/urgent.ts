/** Urgent issues of a cooperation (QS09): the form, the card, what is refused. */
export const urgent = {
  refused: {
    'not-effective':
      'An urgent issue can be reported while the cooperation is in effect. This one is not; /report show says where it stands.',
    'too-many':
      '{{count}} urgent issues of this cooperation still wait to be acknowledged, so the provider has been told. Call them instead: the contact outside the chat is on the cards.',
    'text-missing': 'Say in a sentence what has happened.',
    'text-too-long': 'Keep it to {{maximum}} characters; details can follow once somebody is on it.',
    'not-a-time': '“{{typed}}” is not a time of day. Write it as 09:30.',
    'in-future': 'This has not begun yet. Check the day and the time.',
    unknown: 'This urgent issue is not on record any more.',
    'acknowledged-already': '{{name}} acknowledged this already, at {{at}}.',
  },
  form: {
    title: 'Report an urgent issue',
    intro:
      '{{store}} × {{provider}}: the provider’s contacts are told at once, at night too. Use it only for what cannot wait.',
    text: 'What has happened?',
    'text-help': 'No passwords or customer data.',
    date: 'Since which day?',
    time: 'Since what time?',
    'time-help': 'Your time zone: {{zone}}',
    submit: 'Report now',
  },
  card: {
    title: 'Urgent: {{store}} × {{provider}}',
    open: '{{provider}} has until {{due}} to acknowledge this.',
    late: 'Nobody at {{provider}} has acknowledged this. It was due {{due}}.',
    acknowledged: '{{name}} acknowledged this at {{at}}.',
    what: 'What',
    since: 'Since',
    reported: 'Reported by',
    report: 'Report',
    'out-of-chat': 'Contact outside the chat',
    footer: 'Acknowledging says that you have seen it and are working on it. The time is kept for QS09.',
  },
  button: { acknowledge: 'I acknowledge', show: 'Open the report', report: 'Report an urgent issue' },
  history: { urgent: 'Urgent issue reported', 'urgent-acknowledged': 'Urgent issue acknowledged' },
  'digest-line': 'Urgent and not acknowledged: {{store}} × {{provider}}',
} as const;
