/** Words that every domain uses. */
export const common = {
  comma: ', ',
  labelled: '{{label}}: {{text}}',
  or: '{{first}} or {{last}}',
  role: {
    STORE_OWNER: 'store owner',
    STORE_MEMBER: 'store member',
    PROVIDER_ADMIN: 'provider administrator',
    PROVIDER_MEMBER: 'provider member',
    STAFF_REVIEWER: 'staff reviewer',
    STAFF_LEAD: 'staff lead',
    AUDITOR: 'auditor',
  },
  organisation: { STORE: 'store', PROVIDER: 'service provider', PLATFORM: 'platform' },
  /** As the platforms write themselves. */
  platform: { slack: 'Slack', discord: 'Discord' },
  language: { en: 'English', zh: '中文' },
  button: { cancel: 'Cancel', save: 'Save', back: 'Back', next: 'Next', close: 'Close' },
};
