/** A rating that is suspended at once, and what lifts it. */
export const suspension = {
  title: 'The rating of {{provider}} is suspended',
  lead: 'Nobody recommends the provider while it stands, and what the level gave is gone. It can be appealed until {{until}}; an appeal does not stay it.',
  'lifted-title': 'The rating of {{provider}} stands again',
  'lifted-lead': 'The suspension was lifted {{at}}. The level is that of the last publication.',
  cause: 'Cause',
  causes: {
    FRAUD: 'Fraud',
    FORGED_QUALIFICATION: 'Forged qualification',
    FALSE_TRADE: 'False trade organised by the provider',
    BRIBERY: 'Bribery',
  },
  reason: 'Reasons, for the provider to read',
  form: 'Suspend a rating',
  intro:
    '{{provider}} leaves every recommendation at once and loses what its level gave. The reasons are sent to it with the suspension.',
  submit: 'Suspend',
  done: 'The rating is suspended, and the provider has been told why.',
  lift: 'Lift the suspension',
  'lift-intro':
    'The rating of {{provider}} has been suspended since {{since}}. Lifted, it stands as last published.',
  'lift-reason': 'Why it is lifted',
  'lift-done': 'The suspension is lifted, and the provider has been told.',
};

/** Dates, rules and appeals of the programme, for everybody. */
export const calendar = {
  title: 'Rating calendar',
  lead: 'Dates are known a year ahead, in the time of Shanghai.',
  dates: 'Dates',
  cycle:
    '{{quarter}}: preview on {{frozen}}, read and completed until {{until}}, objections {{from}} to {{end}}, published on {{day}}',
  rules: 'Rules',
  version: 'Version {{version}} for {{quarter}}. /rating why tells what it makes of each figure.',
  next: 'Version {{version}} from {{quarter}} on, announced on {{date}}. Quarters before it stay as they were rated.',
  'no-change':
    'No change is announced. One is made public at least {{days}} days before the quarter in which it begins.',
  appeals: 'Objections and appeals',
  none: 'There has been none in the last four published quarters.',
  line: '{{quarter}}: {{opened}} opened, {{upheld}} upheld, {{dismissed}} dismissed, {{open}} open',
  'line-days':
    '{{quarter}}: {{opened}} opened, {{upheld}} upheld, {{dismissed}} dismissed, {{open}} open; half of the answers came within {{days}} days',
};
