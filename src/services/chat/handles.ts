import type { HandleSpec } from '../../chat/card.ts';
import type { OrganisationId } from '../../people/principal.ts';
import type { ServiceKind } from '../kinds.ts';

export const SHOW = 'service.show';
export const LIST = 'service.list';
export const QUEUE = 'service.queue';
export const REQUEST = 'service.request';
/** The form of whatever is done to a case with words. */
export const DEED_FORM = 'service.deed';

/** What a button of a case carries: which case, and the state of it that was shown. */
export const handleOf = (
  { id, stateSeq }: { readonly id: string; readonly stateSeq: number },
  verb: string,
  data?: string,
): HandleSpec => ({
  ...{ action: `service.${verb}`, subject: id, revision: 0, stateSeq },
  ...(data === undefined ? {} : { data }),
});

/** A page of a list. */
export const pageHandle = (action: string, page: number): HandleSpec => ({
  ...{ action, subject: '', revision: 0, stateSeq: 0 },
  data: String(page),
});

export const requestHandle = (providerId: OrganisationId, kind: ServiceKind): HandleSpec => ({
  ...{ action: REQUEST, subject: providerId, revision: 0, stateSeq: 0 },
  data: kind,
});

export const eventOf = ({ action }: HandleSpec): string => action.slice('service.'.length);
