/** A month of a report against its filed standards. */
export const checks = {
  title: 'Checks of {{report}}, {{month}}',
  none: 'Nothing is recorded of this month yet.',
  lead: 'Met {{met}}, missed {{missed}}, not counted {{other}}.',
  store: 'Store',
  missing: 'not recorded',
  measured: '{{measured}} over {{n}}, {{verdict}}',
  verdict: { MET: 'met', MISSED: 'missed', NOT_MEASURED: 'too few cases, not counted', EXEMPT: 'exempt' },
  footer: 'A miss does not count where the store agrees that the cause was its own, or staff rule so.',
  enter: 'Enter values',
  exempt: 'Exempt {{code}}',
  'exempt-body':
    'The cause was on the store’s own side. The miss is then not counted, and this cannot be taken back.',
  'exempt-yes': 'The cause was the store’s',
  form: 'Values of {{month}}',
  intro:
    '{{provider}} for {{store}}. Write the value and how many cases it rests on, such as 45 / 320. What is left blank stays as it is.',
  cases: 'Value / cases. Fewer than {{minimum}} cases are not counted.',
};

/** What D7 counts of a provider's people and system. */
export const capability = {
  title: 'People and system of a provider',
  intro: '{{provider}}. Training tasks and new stores are counted from the record and not asked for.',
  quarter: 'Quarter',
  staff: 'People who work for stores',
  certifiedStaff: 'Of those, certified',
  apiDays: 'Days on which its own system was linked',
  apiHealthyDays: 'Of those, healthy',
  kept: 'On record for {{quarter}}.',
};
