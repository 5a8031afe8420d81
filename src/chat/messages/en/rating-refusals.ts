/** Why something about a rating cannot be done. */
export const refused = {
  'survey-no-relationship':
    'Only a store that works with the provider now can rate it: their report must be in effect.',
  'survey-related':
    '{{provider}} is a related party of this store, so its voice is left out of the rating. Everything else stays as it is.',
  'survey-answered': 'This store has already answered for {{quarter}}. The first answer counts.',
  'survey-stars': 'Choose from 1 to 5.',
  'survey-none': 'None of your stores works with a provider that it could rate now.',
  'incident-text': 'Say what happened, in at least {{minimum}} characters.',
  'incident-unknown': 'There is no such incident. Check its number.',
  'incident-report': '{{report}} is not a report of this provider. Leave it blank, or check the number.',
  'incident-severity': 'Choose how severe it was.',
  'incident-unheard':
    'The provider has not been heard yet: it can answer until {{last}}. It can be dismissed now, or upheld after that.',
  'incident-over': 'There is a verdict on this incident. What is still to be said belongs into an appeal.',
  'incident-answers': 'This side has answered {{most}} times already. The staff decide with what is there.',
  'incident-moved': 'Something else was said to this incident meanwhile. Open it again and read it first.',
  'complaint-report': 'This report was never approved, so there is nothing yet that could be complained of.',
  'incident-decided': 'There is a verdict on this incident already. It can be appealed, not given again.',
  'checks-no-relationship': 'The report was not in effect in that month, so nothing of it is counted.',
  'checks-month-open': 'That month is not over yet. Record its measurements when it is.',
  'checks-closed':
    'Figures of that quarter were taken until {{until}}. An objection or an appeal can still put them right.',
  'checks-none-filed': '{{report}} has no filed standard that could be checked.',
  'checks-nothing': 'Enter at least one value.',
  'check-month': '“{{typed}}” is no month. Write 2026-03.',
  'check-value': '“{{typed}}” is no value. Write a number, then the cases, such as 45 / 320.',
  'check-cases': 'Say how many cases “{{typed}}” rests on, such as 45 / 320. It takes {{minimum}} to count.',
  'check-not-missed': '{{code}} is not recorded as missed any more, so there is nothing to exempt.',
  'capability-count': 'Write a whole number, 0 if there is none.',
  'capability-more': 'This is more than {{most}}, of which it is a part.',
  'capability-quarter': 'Figures of {{quarter}} are not taken any more. Open the form again.',
  'suspension-cause': 'Choose the cause.',
  'suspension-reason': 'Give the reasons, in at least {{minimum}} characters. The provider reads them.',
  'suspended-already': 'The rating of this provider is suspended already.',
  'suspension-lifted': 'This suspension has been lifted already.',
  'appeal-grounds': 'Say why, in at least {{minimum}} characters.',
  'appeal-nothing': 'There is no rating yet that could be objected to.',
  'appeal-datum':
    '“{{datum}}” is neither a dimension from D1 to D7 nor an incident or a suspension that counts against you.',
  'appeal-twice': 'There has been an appeal on {{datum}} in this cycle. Each datum can be appealed once.',
  'appeal-too-early': 'The preview can be read now; objections are taken from {{from}} to {{until}}.',
  'appeal-between':
    'Objections ended on {{until}}. The rating is published on {{day}}, and can be appealed from then on.',
  'appeal-too-late': 'The time for this ended {{last}}.',
  'appeal-unknown': 'There is no such appeal. Open the list again.',
  'appeal-decided': 'This appeal has been decided meanwhile. Open the list again to see how.',
  'appeal-not-dismissed': 'Only an appeal that was dismissed can be taken further.',
  'appeal-escalated': 'This appeal has been taken further already; that can be done once.',
  'provider-unrated':
    '{{provider}} has no rating yet. Its first one follows the first full quarter on record.',
  'import-empty': 'The file is empty. Its first line must name the columns.',
  'import-spreadsheet': 'This is a spreadsheet. Save it as CSV and hand that in.',
  'import-encoding':
    'The file begins as {{encoding}}, but not all of it is. Save it again in one encoding: UTF-8 or GBK.',
  'import-broken':
    'The file cannot be read from line {{line}} on: a quotation mark was opened and never closed.',
  'import-columns-missing': 'The first line does not name these columns: {{columns}}.',
  'import-columns-twice': 'The first line names these columns twice: {{columns}}.',
  'import-no-file': 'Hand in the file.',
  'import-too-many': 'The file has {{rows}} rows. Hand in at most {{most}} at once.',
  'import-too-large':
    'Files of more than {{megabytes}} MB are imported on the machine that runs the bot, with: {{example}}',
};
