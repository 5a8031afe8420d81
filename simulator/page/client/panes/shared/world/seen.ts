import type { Observable } from '../../../observable.ts';
import { isRecord } from '../../../record.ts';
import { remembered } from '../../../remembered.ts';

export type SeenMarks = Readonly<Record<string, string>>;

/** One conversation as its reader has it: what stands in it, oldest first, by ids that grow. */
export interface Readable {
  readonly person: string;
  readonly place: string;
  readonly messages: readonly { readonly id: string; readonly author: string }[];
}

/** Up to which message each person has read each conversation: the platforms know, their stand-ins do not. */
export function seenMarks(platform: string): Observable<SeenMarks> {
  return remembered<SeenMarks>(`${platform}.seen`, (stored) =>
    isRecord(stored)
      ? Object.fromEntries(
          Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {},
  );
}

const keyOf = ({ person, place }: Readable) => `${person}/${place}`;

export function markSeen(marks: Observable<SeenMarks>, read: Readable): void {
  const last = read.messages.at(-1)?.id;
  const key = keyOf(read);
  if (last && (marks.value[key] ?? '') < last) marks.update((all) => ({ ...all, [key]: last }));
}

/** Ids of what others said since. */
export function unreadOf(marks: SeenMarks, read: Readable): readonly string[] {
  const mark = marks[keyOf(read)] ?? '';
  return read.messages.filter(({ id, author }) => id > mark && author !== read.person).map(({ id }) => id);
}
