/** Why something about an opportunity cannot be done. */
export const refused = {
  unknown: 'There is no opportunity {{id}} that concerns you. /opportunity list shows those that do.',
  'choose-one': 'Choose one.',
  'day-is-past': 'This day is over. The earliest is {{earliest}}.',
  'store-unclear': 'Several stores are called like this: {{names}}. Write the id of the right one.',
  'store-needed': 'Write the name or the id of the store.',
  'not-in-this-state': 'It stands at “{{opportunityState}}”, where this cannot be done.',
  changed: '{{by}} was faster: it has changed at {{at}} and stands at “{{opportunityState}}” now.',
  ended: 'It takes no answers: it stands at “{{opportunityState}}”.',
  'deadline-passed': 'The time for answers ended {{at}}.',
  'first-round-running': 'The highest level is invited first, until {{at}}. The slate follows by itself.',
  'enough-interested': 'Enough providers are interested ({{count}}), so there is no further slate.',
  'no-candidate':
    'Nobody else fits who may be recommended. Try again later, or withdraw it and post it with fewer services.',
  'not-listed':
    'Your company stands on no slate of it. From 5★ on you can ask for a docking seat, once the slate is out.',
  'seat-does-not-fit':
    'There is no docking seat: you offer none of the services, or serve a rival brand alone in this category.',
  'not-able':
    'Your company cannot take part now: it is barred, its rating is suspended, or its recognition has ended. Ask the platform’s staff.',
  'already-interested': 'You have shown interest already. Nothing more to do.',
  'already-declined': 'You have declined already.',
  'no-free-bid':
    'Your level may have {{most}} open bids, and all are taken: {{bids}}. Take one back, or wait until one ends.',
  'not-interested': 'A meeting needs a provider that is interested, and this one is not, or not any more.',
  'not-a-time': '“{{typed}}” is no time. Write it like {{example}}.',
  'time-is-past': 'This time is over: {{at}}. Choose a later one.',
  'own-times': 'Your own side offered these times. The other side takes one.',
  'meeting-changed': 'The times have changed meanwhile. Open the card again.',
  'not-met': 'Only a provider with an agreed docking meeting, and still interested, can have won.',
  'profile-changed': 'Somebody else has changed this meanwhile. Open it again.',
};
