/** Why something about growth training cannot be done. */
export const refused = {
  'no-relationship':
    'Only where a report is in effect: this provider does not work for this store now, or you have nothing to do with it.',
  'no-stores': 'No store has a report in effect with you, so there is nothing to diagnose.',
  'no-consent':
    '{{store}} has not let {{provider}} see how it does. Its owner can allow that with one button.',
  'consent-changed': 'This has been answered meanwhile. Open the list again to see how.',
  'no-problem': 'This diagnosis names no problem of a store that you work for, so there is nothing to plan.',
  'plan-there': 'A plan for this problem of this store is open already. /training plan shows it.',
  'plan-changed': 'This plan has moved on meanwhile. /training plan shows it as it stands.',
  'no-coach-due': 'This provider’s level gives clinics, not a coach of its own.',
  reason: 'Say why, in at least {{minimum}} characters.',
  'case-changed': 'This case has moved on meanwhile. /staff improvement shows it as it stands.',
  'plan-due': 'The level is at risk, so a written plan is due before the case can be closed.',
  'plan-runs': 'The written plan runs for {{days}} days; only then can it be said to have failed.',
  text: 'Write at least {{minimum}} characters, so that others can follow.',
  'no-fraud':
    'The rating of this provider is not suspended for fraud, forgery, false trade or bribery. Without that the ladder is not skipped.',
};
