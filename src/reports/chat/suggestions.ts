import type { Suggestions } from '../../chat/conversation.ts';
import { MOST_SUGGESTIONS } from '../../chat/conversation.ts';
import { suggestedReports } from '../record/suggested-reports.ts';

/** A report's number with its parties and state, so that it can be told from the others. */
export const suggestReports: Suggestions = async ({ app, person, t }, typed) => {
  const found = await suggestedReports(app, person, { typed, limit: MOST_SUGGESTIONS });
  return found.map(({ id, storeName, providerName, state }) => ({
    value: id,
    label: `${id} · ${storeName} × ${providerName} · ${t(`reports.state.${state}`)}`,
  }));
};
