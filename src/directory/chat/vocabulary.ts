import type { Vocabulary } from '../../chat/conversation.ts';
import { addItemClick, editItemClick, itemForm, retireItemClick } from './item-form.ts';
import { itemsClick, providerItems } from './items.ts';
import { providerSearch, searchClick } from './search.ts';
import { providerShow, showClick } from './show.ts';

export const directoryVocabulary: Vocabulary = {
  commands: [providerSearch, providerShow, providerItems],
  clicks: [searchClick, showClick, itemsClick, addItemClick, editItemClick, retireItemClick],
  forms: [itemForm],
};
