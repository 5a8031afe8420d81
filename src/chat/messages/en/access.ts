import { apiNext, apiRefused, problem } from './api-problems.ts';

/** Keys for a provider's own systems, and what the API says. */
export const access = {
  keys: {
    LIVE: 'API keys: live',
    SANDBOX: 'API keys: sandbox',
    lead: 'Whoever has a key acts as the person who took it.',
    none: 'No key yet. Press the button, and you get a link to a page that shows one.',
    application: 'Application',
    scopes: 'May',
    from: 'Called from',
    anywhere: 'any address',
    line: '{{key}}, taken by {{by}}, last used {{used}}, good until {{until}}',
    'line-unused': '{{key}}, taken by {{by}}, not used yet, good until {{until}}',
    new: 'New key',
    replace: 'Replace {{key}}…',
    revoke: 'Revoke {{key}}…',
    sure: 'Revoke this key?',
    'sure-body': 'Whatever uses {{key}}… is refused from now on. This cannot be undone.',
    footer:
      'A key that was replaced works for another {{hours}} hours, so that your systems can change over.',
  },
  link: {
    LIVE: 'A new live key',
    SANDBOX: 'A new sandbox key',
    lead: '{{page}}. It shows the key once. Keep it where your system keeps its secrets. The link is good until {{until}}.',
    page: 'Open the page with your key',
    footer: 'Do not pass the link on, and never put a key into a chat.',
  },
  page: {
    title: 'Your API key',
    LIVE: 'A live key for the systems of {{provider}}. What it does counts, and is done in your name.',
    SANDBOX:
      'A sandbox key for the systems of {{provider}}. It works on sample data, and nothing reaches anybody.',
    once: 'The key is shown once. Have the place ready where your system keeps its secrets.',
    show: 'Show the key',
    'until-label': 'Good until',
    'old-label': 'The old key stops working',
    use: 'Send it with every request, in the header Authorization.',
    gone: 'It is stored nowhere: once you leave this page, nobody can show it again.',
    docs: 'What the API can do',
    over: 'This link is over',
    'over-lead':
      'It was used, it has expired, or a newer one was made. In your chat, /service keys gives you another.',
  },
  event: {
    'report.state-changed': 'a report moved on',
    'rating.published': 'a rating was published',
    'application.state-changed': 'the application moved on',
  },
  webhook: {
    title: 'Webhook: {{host}}',
    LIVE: 'Hears of what happens on the record.',
    SANDBOX: 'Hears of what happens in the sandbox.',
    dead_one: 'One message was not taken, however often it was sent. Mend the system, then send it again.',
    dead_other:
      '{{count}} messages were not taken, however often they were sent. Mend the system, then send them again.',
    address: 'Address',
    events: 'Hears when',
    nothing: 'Nothing has been sent yet.',
    latest: 'Sent lately',
    line: '{{sign}} {{event}}, {{at}}, answer: {{outcome}}, attempts: {{attempts}} ({{id}})',
    'line-new': '{{sign}} {{event}}, {{at}}, on its way ({{id}})',
    replay: 'Send {{id}} again',
    replayed: 'It is sent again.',
    remove: 'Remove',
    sure: 'Remove this webhook?',
    'sure-body': 'Nothing more is sent to it, also of what waits to be sent.',
    removed: 'The webhook to {{host}} is removed',
    none: 'No webhooks',
    'none-lead':
      'Your systems add them with POST /api/v1/webhooks, and then hear of changes by themselves. {{page}}',
  },
  problem,
  refused: {
    ...apiRefused,
    'key-unknown': 'There is no such key, or it does not work any more.',
    'webhook-address':
      '“{{typed}}” cannot be called. A webhook has an https address of a public host name, without a user name.',
    'webhook-scope': 'To hear of {{event}}, a key needs {{scope}}.',
    'too-many-webhooks': 'There are {{most}} webhooks already. Remove one first.',
    'endpoint-unknown': 'There is no such webhook.',
    'delivery-unknown': 'There is no such message.',
    'delivery-pending': 'This message is on its way already.',
    'no-grant': 'Your company has no approved API application.',
    'key-gone': 'This key does not work any more.',
    'too-many-keys': 'There are {{most}} keys that work. Revoke one that you no longer need first.',
    'link-over': 'This link is over: it was used, it has expired, or a newer one was made.',
    'key-in-chat':
      'Your message contains an API key, so I did nothing with it and kept nothing of it. Everybody who can read the message can act in your name.',
  },
  next: {
    ...apiNext,
    'key-unknown':
      'Send “Authorization: Bearer” and the whole key. In your chat, /service keys shows which ones work.',
    'no-grant': 'Apply with /service request. Staff look at it, and a key comes with the approval.',
    'link-over': 'In your chat, /service keys gives you another.',
    'key-in-chat': 'Delete the message if you can, then replace or revoke the key with /service keys.',
  },
};
