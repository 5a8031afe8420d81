import { Observable } from '../../../observable.ts';

/** Where somebody is in their Discord. */
export interface Place {
  /** A channel's, thread's or direct conversation's id; nothing yet: the messages with the app. */
  readonly channel: string | undefined;
  /** What stands in the composer but was not sent; a number tells a text put there from one typed. */
  readonly draft: { readonly text: string; readonly put: number };
}

const START: Place = { channel: undefined, draft: { text: '', put: 0 } };

const places = new Observable<Readonly<Record<string, Place>>>({});
/** Where people begin who do not begin with the app. */
const beginnings = new Map<string, string>();

export const beginIn = (person: string, channel: string): void => {
  beginnings.set(person, channel);
};

export const allPlaces = places;

export const placeOf = (all: Readonly<Record<string, Place>>, person: string): Place =>
  all[person] ?? { ...START, channel: beginnings.get(person) };

export function move(person: string, to: Partial<Place>): void {
  places.update((all) => ({ ...all, [person]: { ...placeOf(all, person), ...to } }));
}

/** Puts a text into somebody's composer, in the channel in which they begin. */
export function putInComposer(person: string, text: string): void {
  const put = placeOf(places.value, person).draft.put + 1;
  move(person, { channel: beginnings.get(person), draft: { text, put } });
}
