import { staff } from './directory-staff.ts';

/** Stores, service providers and their service items. */
export const directory = {
  ...staff,
  search: {
    title: 'Providers matching “{{text}}”',
    guessed: 'No name holds “{{text}}”. Did you mean one of these?',
    none: 'No provider matches “{{text}}”',
    'none-lead': 'Try a shorter part of the company name, in Chinese or in Latin letters.',
  },
  show: {
    items_one: '{{count}} service item on offer',
    items_other: '{{count}} service items on offer',
  },
  fact: {
    level: 'Level',
    'legal-entity': 'Legal entity',
    recognition: 'Recognition',
    categories: 'Categories',
    items: 'Service items on offer',
    scope: 'Service scope',
    status: 'Status',
  },
  standing: {
    recognised: 'Recognised until {{until}}',
    'recognition-ended': 'Ended on {{until}}',
    barred: 'Barred from new reports',
  },
  'not-choosable': {
    'recognition-ended': 'The recognition of this provider has ended, so no new report can name it.',
    barred: 'This provider is barred, so no new report can name it.',
  },
  qualification: { LICENCE: 'Licence', AUTHORISATION: 'Authorisation' },
  'valid-until': 'Valid until {{until}}',
  items: {
    which: 'Which company’s service items?',
    title: 'Service items of {{provider}}',
    footer: 'Stores see what is on offer. Requests that were sent keep the text that they were sent with.',
    offered: 'On offer',
    retired: 'Not on offer',
  },
  item: {
    'add-title': 'New service item',
    'edit-title': 'Service item',
    name: 'Name',
    description: 'Description',
    offered: 'On offer',
    'offered-help': 'Stores can choose it while it is on offer.',
    'on-record':
      'Differs from what is on record now. On record: {{name}} · {{scope}} · {{status}}. {{description}} Saving replaces it with the text below.',
    saved: 'Saved. Stores see it like this.',
    changed: 'Somebody changed this item in the meantime. This is how it stands now; nothing was done.',
  },
  retire: {
    title: 'Retire this service item?',
    body: 'Stores can no longer choose “{{name}}”. Reports that name it stay as they are, and you can offer it again.',
    done: 'Retired. Stores can no longer choose it.',
  },
  button: {
    request: 'Request cooperation',
    'request-of': '{{number}} · Request cooperation',
    'show-of': '{{number}} · Show',
    more: 'More…',
    earlier: 'Back',
    maintain: 'Maintain service items',
    'add-item': 'Add a service item',
    'edit-item': 'Edit',
    'retire-item': 'Retire',
  },
  refused: {
    'search-empty': 'Type at least one letter or digit of the company name.',
    'provider-not-found': 'There is no provider “{{name}}”.',
    'store-not-found': 'There is no store “{{name}}”.',
    'text-missing': 'This is still empty. Write at least one word.',
    'text-too-long': 'This has {{length}} characters; at most {{longest}} are possible.',
    'scope-unknown': 'Choose the service scope.',
    'item-not-found': 'This service item is no longer on record.',
    'item-changed': 'Somebody changed “{{name}}” {{at}}. Nothing was overwritten.',
    'item-name-taken': 'Another service item on offer is already called “{{name}}”.',
    'too-many-items':
      'A provider can have at most {{most}} service items. Edit one that is no longer on offer.',
    'organisation-exists': 'This legal entity is already on record as {{name}} ({{id}}).',
    'country-unknown': '“{{country}}” is not a country code of two letters, such as CN.',
    'zone-unknown': '“{{zone}}” is not a time zone, such as Asia/Shanghai.',
    'category-missing': 'Choose at least one category.',
    'category-unknown': 'Not in the category tree: {{categories}}.',
    'kind-missing': 'Choose whether it is a store or a service provider.',
    'reason-needed': 'Give the reason: at least one word.',
    'standing-changed': '{{by}} changed the standing of {{name}} {{at}}. Nothing was overwritten.',
    'standing-changed-unseen':
      'The standing of {{name}} is no longer what you were shown. Nothing was overwritten.',
  },
  next: {
    'provider-not-found': 'Look for it with /provider search and a part of its name.',
    'item-changed': 'Open /provider items to see how it stands now.',
    'item-not-found': 'Open /provider items to see what there is.',
    'organisation-exists':
      'Let its people in with /staff invite. What you typed is kept: /staff register opens it again.',
    'standing-changed': 'Open /staff standing again to see how it stands now.',
    'standing-changed-unseen': 'Open /staff standing again to see how it stands now.',
  },
};
