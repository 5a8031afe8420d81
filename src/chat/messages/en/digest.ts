/** The operators' week: what happened, what is open, how long each side took. */
export const digest = {
  title: 'Digest of week {{week}}, {{year}}',
  'so-far': ' (so far)',
  quiet: 'Nothing happened in this week.',
  fact: {
    requested: 'Requested',
    approved: 'Approved',
    returned: 'Returned',
    lapsed: 'Lapsed',
    rejected: 'Rejected',
    declined: 'Declined by the provider',
    withdrawn: 'Withdrawn by the store',
    undelivered: 'Messages that did not arrive',
  },
  'returned-by': '{{total}} (by the store {{store}}, by the staff {{staff}})',
  open: {
    title: 'Open now',
    none: 'Nothing is open.',
    line: '{{state}}: {{cases}}',
    late: '{{cases}} late',
    days0to2: 'under 3 days: {{cases}}',
    days3to7: '3 to 7 days: {{cases}}',
    days8to14: '8 to 14 days: {{cases}}',
    days15on: '15 days and more: {{cases}}',
  },
  time: {
    title: 'Time that each side took',
    none: 'No case was moved on in this week.',
    line_one: '{{state}}: {{median}} (one case)',
    line_other: '{{state}}: median {{median}}, 90th percentile {{p90}} ({{count}} cases)',
    days: '{{amount}} business days',
    hours: '{{amount}} business hours',
  },
  returns: {
    title: 'Why cases came back',
    line_one: '{{field}}: one return',
    line_other: '{{field}}: {{count}} returns',
  },
  footer:
    'Times count business hours of whoever had to act, without the pauses in which somebody else did. /staff queue late opens what is late.',
};
