/** The first place where the trail is not what was written. */
export type Finding =
  | (ObjectLink & { readonly what: 'link-missing' })
  /** It does not follow the link before it: events were exchanged, or the one before was replaced. */
  | (ObjectLink & { readonly what: 'out-of-order' })
  | (ObjectLink & { readonly what: 'payload-altered' })
  /** The column no longer says what the hashed payload says. */
  | (ObjectLink & { readonly what: 'column-differs'; readonly column: string })
  | (ObjectLink & { readonly what: 'head-missing' })
  /** The chain's head names another end than the events have: events were cut off, or the head was set back. */
  | (ObjectLink & { readonly what: 'head-differs' })
  /** An anchor vouches for a link that is not there any more, or has another hash. */
  | (ObjectLink & { readonly what: 'anchored-link-differs'; readonly day: string })
  | { readonly what: 'anchor-altered'; readonly day: string };

export interface ObjectLink {
  readonly objectType: string;
  readonly objectId: string;
  readonly seq: number;
}

const SAYS: Readonly<Record<Finding['what'], string>> = {
  'link-missing': 'the link is missing',
  'out-of-order': 'it does not follow the link before it',
  'payload-altered': 'payload and hash do not belong together',
  'column-differs': 'a column differs from the hashed payload',
  'head-missing': 'the chain has events but no head',
  'head-differs': 'the head of the chain does not name its last event',
  'anchored-link-differs': 'an anchor vouches for another link here',
  'anchor-altered': 'the anchor is not the hash of the heads that it names',
};

/** One English line for the operator's terminal. */
export function describeFinding(finding: Finding): string {
  const link =
    'objectId' in finding ? `${finding.objectType} ${finding.objectId}, event ${finding.seq}` : 'anchor';
  const column = 'column' in finding ? ` (${finding.column})` : '';
  const day = 'day' in finding ? ` (anchor of ${finding.day})` : '';
  return `${link}: ${SAYS[finding.what]}${column}${day}`;
}
