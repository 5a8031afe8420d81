/** Why a special service is not to be had, and what to do instead. */
export const refusals = {
  /** What still stands between a provider and an effective relationship. */
  missing: {
    REQUESTED: 'the provider has to accept the request',
    FILLING: 'the provider has to fill in the cooperation information and submit it',
    STORE_CONFIRM: 'the store has to confirm',
    INFO_REQUESTED_store: 'the store has to answer a question of the reviewer',
    INFO_REQUESTED_provider: 'the provider has to answer a question of the reviewer',
    STAFF_REVIEW: 'platform staff have to approve',
    SCHEDULED: 'it is approved, and takes effect on its first day',
    SUSPENDED: 'it is suspended, and the provider has to cure the cause',
  },
  refused: {
    unknown: 'There is no special service {{case}} that you may see.',
    'already-decided': '{{case}}: {{by}} {{step}}, {{at}}.',
    'moved-on': '{{case}} has moved on since this card was drawn.',
    'wrong-state': 'This is not the time for that step of {{case}}.',
    'not-by-hand': 'That step is taken by the clock alone.',
    'nothing-due': 'Nothing is due.',
    'not-a-provider': 'Only service providers on record can ask for special services.',
    'no-report':
      'Special services need an effective cooperation, and no report of your company is on its way. The store begins it, from the report entrance.',
    'no-relationship':
      'Special services need an effective cooperation. For {{report}} with {{store}}, {{missing}}.',
    'scope-legal':
      'Legal advice is out of scope. Please ask a lawyer who is admitted where your company is; about the rules of the programme you can ask here.',
    'scope-loan':
      'Whether a loan is granted is decided by the lender alone. Choose the special loan to have a request pre-checked and handed over.',
    'letter-missing': 'Attach the signed letter of intent.',
    'date-past': 'This day is over: today is {{today}}.',
    'date-ahead': 'This day has not come: today is {{today}}.',
    'amount-nothing': 'The amount must be more than nothing.',
    'not-a-callback':
      '“{{typed}}” is no callback address. It must begin with https:// and name a public host, without user name or #.',
    'not-an-address': '“{{typed}}” is neither an IP address nor a network such as 203.0.113.0/28.',
    'address-not-public': '“{{typed}}” is not a public address, so that no call can come from it.',
    'network-too-wide': '“{{typed}}” is too wide. Networks may not be wider than /{{widest}}.',
    'scopes-beyond-level': 'The level of your company does not give {{granted}}.',
    'live-asked': 'Live access was asked for already.',
    'live-not-asked': 'The provider has not asked to go live.',
    'no-live-at-level':
      'The level of the company gives none of these scopes live. Reading needs level 3★, writing 4★, contacts 6★; the sandbox stays open.',
  },
  next: {
    'no-relationship': '/report list shows the report and whose turn it is.',
    'moved-on': '/service list shows where it stands.',
    'already-decided': '/service list shows where it stands.',
  },
};
