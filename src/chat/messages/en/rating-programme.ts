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
