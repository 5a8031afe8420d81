/** What each command does and what its options mean: `<area>.<verb>.summary`, `<area>.<verb>.<option>`. */
export const commands = {
  help: { summary: 'Shows what you can do here', area: 'The command to explain, such as report' },
  whoami: { summary: 'Shows who you are to the bot: name, roles, accounts, language' },
  link: {
    summary: 'Links chat accounts to you: by an invitation, or your account on another platform',
    code: 'The code that you were given; left out, you get one for your other account',
  },
  settings: { summary: 'Changes your language, time zone and working hours' },
  delegate: {
    summary: 'Names somebody who stands in for you, or says that you are away; shows what is set',
  },
  inbox: { summary: 'Shows everything that waits for you, most urgent first' },
  report: {
    new: {
      summary: 'Starts a cooperation request with a service provider',
      provider: 'Name of the provider, or part of it',
    },
    list: { summary: 'Lists your reports', state: 'Only reports in this state' },
    show: {
      summary: 'Shows one report: where it stands, whose turn it is, what can be done',
      report: 'Number of the report',
    },
    accept: { summary: 'Accepts a cooperation request', report: 'Number of the report' },
    decline: { summary: 'Declines a cooperation request, with a reason', report: 'Number of the report' },
    fill: { summary: 'Fills in the cooperation information, page by page', report: 'Number of the report' },
    submit: { summary: 'Submits the filled-in report to the store', report: 'Number of the report' },
    confirm: { summary: 'Confirms the report for the store', report: 'Number of the report' },
    return: { summary: 'Returns the report for changes, field by field', report: 'Number of the report' },
    withdraw: { summary: 'Withdraws a request before it is decided', report: 'Number of the report' },
    history: {
      summary: 'Shows everything that happened to a report, and who did it',
      report: 'Number of the report',
    },
    attach: {
      summary: 'Attaches evidence, such as the contract',
      report: 'Number of the report',
      link: 'An https link to the evidence',
    },
    urgent: {
      summary: 'Reports an urgent issue to the provider’s contacts, at any hour',
      report: 'Number of the report',
    },
    renew: { summary: 'Starts the renewal of a report', report: 'Number of the report' },
    notice: { summary: 'Gives notice of termination', report: 'Number of the report' },
    export: { summary: 'Exports a report with its history as a file', report: 'Number of the report' },
  },
  provider: {
    search: {
      summary: 'Finds service providers by company name, also with typing mistakes',
      name: 'Name of the company, or part of it',
    },
    show: { summary: 'Shows a provider with every service item', provider: 'Name or id of the provider' },
    items: { summary: 'Maintains the service items of your company', provider: 'Name or id of the provider' },
    profile: {
      summary: 'Maintains the markets, languages and budgets that opportunities are matched with',
      provider: 'Name or id of the provider; your own if left out',
    },
  },
  rating: {
    show: {
      summary: 'Shows the level of a provider, with its date and what it rests on',
      provider: 'Name or id of the provider; your own if left out',
    },
    why: {
      summary: 'Shows every input, weight and deduction of your rating, and what the next level needs',
      provider: 'Name or id of the provider; your own if left out',
    },
    calendar: { summary: 'Shows the dates of the coming year, the rules that apply, and how appeals ended' },
    simulate: {
      summary: 'Calculates your rating with other figures',
      provider: 'Name or id of the provider; your own if left out',
    },
    survey: { summary: 'Rates a provider that your store works with, once a quarter' },
    check: {
      summary: 'Shows what was measured of a report’s filed standards in a month, and takes the values',
      report: 'Number of the report; left out, the bot asks which',
      month: 'Such as 2026-03; the last month that is over if left out',
    },
    complaint: {
      summary: 'Complains of the provider of one of your store’s reports',
      report: 'Number of the report; left out, the bot asks which',
    },
    incident: {
      summary: 'Puts an incident of a provider on record',
      provider: 'Name or id of the provider',
    },
    incidents: { summary: 'Shows complaints and incidents: your own, or those that wait for a verdict' },
    capability: {
      summary: 'Records the certified people and the linked system of a provider',
      provider: 'Name or id of the provider',
    },
    suspend: {
      summary: 'Suspends the rating of a provider, or lifts its suspension',
      provider: 'Name or id of the provider',
    },
    appeal: { summary: 'Objects to the preview of your rating, or appeals against it' },
  },
  training: {
    diagnose: {
      summary: 'Diagnoses a store: what holds it back, against its peers, and what mending it would bring',
      store: 'Name or id of the store; left out, you choose',
    },
    consent: { summary: 'Shows which providers may see how your stores do, and lets you change it' },
    plan: { summary: 'Shows your training plans, and what they have brought' },
    task: { summary: 'Shows the training tasks of your company that are open' },
  },
  opportunity: {
    post: { summary: 'Puts a brand’s need on record, as a draft' },
    list: { summary: 'Lists the open business opportunities that concern you' },
    interest: {
      summary: 'Shows interest in a business opportunity, or asks for a docking seat',
      opportunity: 'Id of the opportunity',
    },
    slate: {
      summary: 'Shows who is recommended for an opportunity and why, and who came close',
      opportunity: 'Id of the opportunity',
    },
    report: {
      summary: 'Shows how often each level is recommended, and how often it wins',
      month: 'Which month: this one so far, or last',
    },
  },
  service: {
    request: {
      summary: 'Asks for a special service: consultation, loan, or access to the API',
      kind: 'Which one: consultation, loan or api',
    },
    list: { summary: 'Lists the special services that your company has asked for' },
    show: { summary: 'Shows one special service', case: 'Its number, such as CON-2026-000001' },
    queue: { summary: 'Shows the special services that wait for staff, most urgent first' },
    keys: { summary: 'Shows, makes, replaces and revokes the API keys of your company' },
    webhooks: {
      summary: 'Shows the webhooks of your company and what became of the messages, and sends them again',
    },
  },
  staff: {
    appeals: { summary: 'Shows objections and appeals that wait for an answer' },
    import: { summary: 'Imports store months or quality checks from a CSV file' },
    improvement: {
      summary: 'Shows providers that fall behind: talks, written plans, proposals to end their recognition',
      provider: 'Name or id of one provider; left out, all of them',
    },
    queue: {
      summary: 'Shows the reports that wait for review, most urgent first',
      part: 'Only these: all, unclaimed, mine or late',
    },
    digest: {
      summary: 'Shows the week in numbers: what happened, what is open, how long each side took',
      week: 'Which week: this (so far) or last',
    },
    rules: { summary: 'Shows the numbers that the workflow goes by' },
    approve: { summary: 'Approves several reports whose checks are all green' },
    assign: {
      summary: 'Gives a case to another reviewer',
      report: 'Number of the report',
      person: 'Name of the reviewer',
    },
    register: {
      summary: 'Puts a store or a service provider on record, so that its people can be invited',
      kind: 'What it is: store or provider',
    },
    closing: { summary: 'Records that a store has closed, and why', store: 'Name or id of the store' },
    standing: {
      summary: 'Keeps the recognition, barring, deposit and qualifications of a provider',
      provider: 'Name or id of the provider',
    },
    unlink: {
      summary: 'Shows the chat accounts of a person, and takes one away',
      person: 'Name of the person, as it stands on record',
    },
    'dead-letters': { summary: 'Shows requests and messages that failed for good, and tries them again' },
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
