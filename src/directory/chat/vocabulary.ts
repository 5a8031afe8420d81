import type { Vocabulary } from '../../chat/conversation.ts';
import { closingClick, closingForm, staffClosing } from './closing/closing.ts';
import { addItemClick, editItemClick, itemForm, retireItemClick } from './item-form.ts';
import { itemsClick, providerItems } from './items.ts';
import { registerForm, staffRegister } from './register/register.ts';
import { providerSearch, searchClick } from './search.ts';
import { providerShow, showClick } from './show.ts';
import { staffStanding, standingClick } from './standing/standing.ts';
import { standingForm } from './standing/standing-form.ts';
import { suggestProviders, suggestStores } from './suggestions.ts';

export const directoryVocabulary: Vocabulary = {
  commands: [providerSearch, providerShow, providerItems, staffRegister, staffStanding, staffClosing],
  clicks: [
    searchClick,
    showClick,
    itemsClick,
    addItemClick,
    editItemClick,
    retireItemClick,
    standingClick,
    closingClick,
  ],
  suggestions: { provider: suggestProviders, store: suggestStores },
  forms: [itemForm, registerForm, standingForm, closingForm],
};
