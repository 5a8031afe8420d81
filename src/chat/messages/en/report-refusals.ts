import type { ReportRefusal, ReportWarning } from '../../../reports/lifecycle/refusals.ts';

/** Said beside a result of the reporting workflow, never in its way. */
export const warned = {
  late: 'This was due on {{due}}. It still counts.',
  'deposit-short':
    'The deposit is {{missing}} below the required {{required}}. Top it up, or the report cannot be approved.',
  'qualification-expires':
    '{{kind}} is valid until {{validUntil}}, before the reporting period ends. Renew it in time.',
  'second-approval': 'A second approval is needed: {{reasons}}.',
  'ends-before-notice':
    'The reporting period ends on {{reportingEnd}}, before this notice takes effect. The cooperation ends with the period.',
} as const satisfies Readonly<Record<ReportWarning, string>>;

/** Why the reporting workflow refuses, and what to do next. */
export const refused = {
  'not-your-turn': '{{state}}: this step waits on {{waitsOn}}. I will tell you when it is your turn.',
  'not-in-this-state': 'This is not possible now ({{state}}). It is possible in: {{states}}.',
  'case-closed':
    'This report is closed: {{state}}. For a new cooperation, start a new report with /report new.',
  'only-the-clock': 'This happens by itself when its day comes. You need not do anything.',
  'nothing-due': 'Nothing is due on this report today.',
  'revision-frozen':
    'The revision is frozen ({{state}}) and cannot be changed. If the store or the staff returns it, you can correct it.',
  unknown: 'I know no report {{report}}. Look it up with /report list.',
  'unknown-party': 'I do not know this store or provider. Look the provider up with /provider search.',
  'already-decided': 'Already decided by {{by}} at {{at}}: {{rule}}.',
  'moved-on':
    '{{report}} has moved on since this card was made. /report show {{report}} shows how it stands.',
  'evidence-active-content':
    '{{fileName}} contains scripts or other active content. Please print it to a new PDF and attach that.',
  'evidence-already-attached': '{{fileName}} is already attached to this report. Nothing more to do.',
  'wrong-entrance':
    'This route is not counted in the assessment; please start again from the report entrance.',
  'months-not-whole': '{{period}}: write a whole number of months, such as 12.',
  'too-few-months':
    '{{period}}: {{months}} months is less than {{minimum}}. Choose at least {{minimum}}, or ask for an exception (seasonal, trial, contract remainder).',
  'too-many-months':
    '{{period}}: {{months}} months is more than {{maximum}}. Choose {{maximum}} or fewer, and renew later.',
  'reporting-outside-purchase':
    'The reporting period must lie inside the purchase period, {{from}} to {{until}}. Change its start or its months.',
  'exception-text-too-short': '{{exception}}: give the reason in at least {{minimum}} characters.',
  'start-in-past':
    'The reporting period starts on {{start}}, and today is {{today}}. Choose today or later, or ask for the back-dating exception.',
  'back-date-too-far':
    '{{start}} is more than {{days}} days ago, too long even for an exception. The earliest start is {{earliest}}.',
  'back-date-contract-too-late':
    'The contract was signed on {{signedOn}}, not before the start on {{start}}. Back-dating needs a contract signed earlier.',
  overlap:
    '{{report}} already covers {{scopes}} from {{from}} until {{until}}. Start after it, or choose another scope.',
  'overlap-elsewhere':
    'Another report of this store already covers {{scopes}} in this period. The store can see its dates and choose a later start.',
  'second-primary-operator':
    '{{report}} already has the primary operator from {{from}} until {{until}}. Start after it, or answer No here.',
  'second-primary-operator-elsewhere':
    'This store already has a primary operator in this period. The store can see the dates and choose others.',
  'primary-needs-operations':
    'A primary operator needs the scope operations or full service. Add it, or answer No.',
  'provider-not-recognised':
    'The provider’s recognition ends on {{recognisedUntil}}, before {{start}}. It must be renewed first.',
  'provider-never-recognised':
    'This provider is not recognised by the platform. Choose another with /provider search.',
  'provider-barred': 'This provider is barred at present. Choose another with /provider search.',
  'same-legal-entity':
    'Store and provider are the same legal entity ({{entity}}). A cooperation with oneself cannot be reported.',
  'common-control-undeclared':
    'Store and provider are under common control. Declare them as related parties; the report stays possible.',
  blank:
    '{{field}} is blank. Write a value, or why it does not apply. A blank makes the provider fully responsible.',
  'deposit-short':
    'The deposit is {{missing}} below the required {{required}}. The provider tops it up, or a waiver is asked for.',
  'qualification-not-valid':
    '{{kind}} was valid until {{validUntil}}, but must be valid on {{day}}. Renew it first.',
  'qualification-missing':
    'No qualification of the provider is on record. The provider files it with the staff first.',
  'contract-missing': 'No contract file is attached. Attach it as PDF, JPG or PNG with /report attach.',
  'evidence-wrong-type': '{{fileName}} is not a PDF, JPG or PNG file. Please attach it as one of these.',
  'evidence-too-large': '{{fileName}} is larger than {{maximumMegabytes}} MB. Please attach a smaller copy.',
  'evidence-not-scanned':
    '{{fileName}} is still being checked for viruses. Please try again in a few minutes.',
  'evidence-dates':
    'The contract does not cover the whole reporting period, {{from}} to {{until}}. Attach one that does, or ask for the exception.',
  'no-rounds-left':
    'This report was returned {{rounds}} times, and no round is left. A staff lead can grant one more.',
  'round-still-left': 'Rounds that are left: {{left}}. One more can be granted when none is.',
  'comment-needed': 'Say what should be changed: comment on at least one field.',
  'comment-empty': 'Write what should be changed here, or remove the comment.',
  'text-too-short': 'Please write at least {{minimum}} characters.',
  'answer-missing': 'Please write an answer before sending it.',
  'hash-changed':
    'The report has changed since you opened it. Read what is different, then confirm the current revision.',
  'not-ticked': 'Tick this by itself to agree to it: {{item}}.',
  'typed-name-missing': 'Please type your name. It is kept with the confirmation.',
  'lead-needed': 'The first approval came from a reviewer, so the second must come from a staff lead.',
  'second-must-be-sure':
    'A second approval cannot be unsure. Ask for information, return the report, or leave it to another lead.',
  'already-assigned': 'The case is already with this person. Nothing more to do.',
  'assignee-not-staff': 'A case can go to a reviewer or a lead only. Choose somebody from the staff.',
  'assignee-not-independent':
    'This person is involved in the report and could not decide on it. Choose somebody else.',
  'not-a-date': '“{{value}}” is not a date. Write it as year-month-day, such as 2026-12-31.',
  'notice-too-short':
    'That is {{days}} days of notice; at least {{minimum}} are needed. The earliest day is {{earliest}}.',
  'end-already-fixed': 'The end is already fixed for {{date}}. Until then the handover can be completed.',
  'end-in-past': '{{date}} is in the past. Choose {{today}} or later.',
  'end-after-period':
    'The reporting period ends on {{reportingEnd}} by itself. Choose an earlier day than {{date}}.',
  'no-proposal': 'There is no proposal to agree to any more. You can make one yourself.',
  'waits-for-other-side': 'This is proposed already and waits for {{waitsOn}}.',
  'waits-for-second-person': 'This is proposed already and waits for a second person.',
  'same-date-proposed': '{{date}} is proposed already. The other side can agree to it.',
  'other-date-proposed': 'The date proposed is {{date}}. Look at it again, then agree or propose another.',
  'notice-not-yours': 'Notice was given by {{side}}, so only that side can take it back.',
  'notice-took-effect': 'The notice took effect on {{date}}. Start a new report to work together again.',
  'cure-time-left':
    'The provider may still cure the cause until {{until}}. Wait until then, or name fraud, forgery or a legal order.',
  'platform-notice-too-short':
    'At least {{minimum}} days of notice are needed. The earliest day is {{earliest}}.',
  'bulk-too-many': 'At most {{maximum}} reports can be approved together. Choose fewer.',
  'bulk-changed': 'Changed since the list was shown, so it was left out. Open it and decide on it by itself.',
  'bulk-needs-two':
    'Needs two approvals ({{reasons}}), so it cannot be approved from the list. Open it by itself.',
  'bulk-not-green':
    'A check needs a look ({{checks}}), so it cannot be approved from the list. Open it by itself.',
} as const satisfies Readonly<Record<ReportRefusal, string>>;
