import { MOST_SUGGESTIONS, type Suggestions } from '../../chat/conversation.ts';
import { colleaguesLike } from '../colleagues.ts';

/** People of one's own organisations, by name: work is passed on within them. */
export const suggestPeople: Suggestions = async ({ app, person }, typed) => {
  const found = await colleaguesLike(app, person.principalId, { typed, limit: MOST_SUGGESTIONS });
  return found.map(({ name }) => ({ value: name, label: name }));
};
