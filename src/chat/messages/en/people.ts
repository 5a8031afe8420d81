/** Refusals about who somebody is. They say who may act instead. */
export const people = {
  refused: {
    'not-linked':
      'This chat account is linked to nobody yet. Ask for an invitation code and send it to me with /link.',
    'role-needed': 'This takes the role {{rolesNeeded}}. Please ask somebody who has it.',
    'not-your-organisation':
      'This case belongs to others. Only {{rolesNeeded}} of the store or provider concerned can do this.',
    'editor-may-not-confirm':
      'You worked on this revision for the provider, so you cannot confirm it for the store. Another {{rolesNeeded}} of the store has to confirm.',
    'party-member-may-not-decide':
      'You belong to the store or the provider of this report, so you cannot decide on it. Please leave it to another {{rolesNeeded}}.',
    'editor-may-not-decide':
      'You worked on this report, so you cannot decide on it. Please leave it to another {{rolesNeeded}}.',
    'requester-may-not-decide':
      'You asked for an exception in this report, so you cannot decide on it. Please leave it to another {{rolesNeeded}}.',
    'first-approver-may-not-second':
      'The first decision was yours, so the second must come from somebody else: another {{rolesNeeded}}.',
    'same-person-on-both-sides':
      'You already agreed for the other side. A second person has to agree for this one.',
    'decider-may-not-hear-appeal':
      'You took the decision that this appeal is about. Another {{rolesNeeded}} has to hear it.',
  },
} as const;
