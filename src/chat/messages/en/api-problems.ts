/** What the API answers instead of what was asked for. */
export const problem = {
  400: 'The request cannot be read',
  401: 'No key that works',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Something else came first',
  413: 'Too large',
  415: 'Not a type that is read here',
  422: 'Not accepted',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Not available',
};

export const apiRefused = {
  'request-invalid': 'The request does not fit the description of the API. {{why}}',
  'field-unknown': 'There is no field “{{name}}” here.',
  'cursor-unknown': 'This cursor is none that a list has given.',
  'idempotency-missing': 'A write needs the header Idempotency-Key, of 1 to 200 visible ASCII characters.',
  'idempotency-busy': 'The request with this Idempotency-Key is still being carried out.',
  'idempotency-other': 'This Idempotency-Key was used for another request.',
  'address-not-allowed': 'Calls from {{address}} are not on the list of the application.',
  'scope-missing': 'This key may not do this: it needs {{scope}}.',
  'sandbox-busy': 'Several requests changed the sandbox at the same time.',
  'nothing-here': 'There is nothing at this address.',
  'no-rating': 'Your company has no rating yet.',
  'body-too-large': 'The body is larger than is read here.',
  'media-type': 'The body is of a type that is not read here.',
  'too-many-requests': 'This key has asked too often within a minute.',
  failed: 'Nothing was changed. The error is on our side.',
  unavailable: 'The record cannot be reached. Nothing was changed.',
  'month-not-served': 'Line {{line}}: your company does not serve the store {{storeId}} in this month.',
  'month-on-record':
    'Line {{line}}: the platform has this month of the store {{storeId}} from its own feed or its staff, and an upload does not replace it.',
  'month-rejected': 'Line {{line}}, {{column}}: “{{value}}” cannot be ({{code}}).',
};

export const apiNext = {
  'scope-missing':
    'Look at what was granted with /service keys. A live key has no more than the level of your company unlocks.',
  'sandbox-busy': 'Send it again.',
  'idempotency-busy': 'Send it again in a second: you will get its answer.',
  'idempotency-other': 'Use a new key for every intention, and the same only to send the same request again.',
  'too-many-requests': 'Wait as long as the header Retry-After says.',
  failed:
    'Send it again with the same Idempotency-Key. If it stays so, tell the platform the value of `instance`.',
  unavailable: 'Send it again in a few seconds with the same Idempotency-Key.',
};
