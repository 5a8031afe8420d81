import { Observable } from '../../../observable.ts';

/** Where somebody is in their Slack. */
export interface Place {
  /** A conversation's id, or nothing yet: then the conversation with the app. */
  readonly conversation: string | undefined;
  /** Which tab of the app's own conversation. */
  readonly tab: 'home' | 'messages';
  /** The message whose thread is open beside the conversation. */
  readonly thread: string | undefined;
  /** What stands in the composer but was not sent; a number tells a text put there from one typed. */
  readonly draft: { readonly text: string; readonly put: number };
}

const START: Place = {
  conversation: undefined,
  tab: 'messages',
  thread: undefined,
  draft: { text: '', put: 0 },
};

const places = new Observable<Readonly<Record<string, Place>>>({});
/** Where people begin who do not begin with the app. */
const beginnings = new Map<string, string>();

export const beginIn = (person: string, conversation: string): void => {
  beginnings.set(person, conversation);
};

export const allPlaces = places;

export const placeOf = (all: Readonly<Record<string, Place>>, person: string): Place =>
  all[person] ?? { ...START, conversation: beginnings.get(person) };

export function move(person: string, to: Partial<Place>): void {
  places.update((all) => ({ ...all, [person]: { ...placeOf(all, person), ...to } }));
}

/** Puts a text into somebody's composer, in the conversation in which they begin. */
export function putInComposer(person: string, text: string): void {
  const put = placeOf(places.value, person).draft.put + 1;
  const conversation = beginnings.get(person);
  move(person, { conversation, tab: 'messages', thread: undefined, draft: { text, put } });
}
