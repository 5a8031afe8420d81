import type { HandleSpec } from '../../chat/card.ts';
import type { ServiceItem } from '../records/service-item.ts';

export const ADD_ITEM = 'directory.item-add';
export const EDIT_ITEM = 'directory.item-edit';
export const RETIRE_ITEM = 'directory.item-retire';

export const addHandle = (providerId: string): HandleSpec => ({
  action: ADD_ITEM,
  subject: providerId,
  revision: 0,
  stateSeq: 0,
});

type Versioned = Pick<ServiceItem, 'id' | 'version'>;

/** The version that was shown is what a change is compared with. */
export const editHandle = ({ id, version }: Versioned): HandleSpec => ({
  action: EDIT_ITEM,
  subject: id,
  revision: version,
  stateSeq: 0,
});

export const retireHandle = (item: Versioned): HandleSpec => ({ ...editHandle(item), action: RETIRE_ITEM });
