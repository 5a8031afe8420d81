import { type CustomId, unpackId } from '../../../adapters/discord/custom-id.ts';
import { type JsonObject, objectsAt } from '../../../simulator/common/json.ts';
import type { Person } from '../../../simulator/discord/control/person.ts';
import { fieldsOf } from '../../../simulator/discord/state/modal-fields.ts';
import { placedIn } from '../../../simulator/discord/validation/walk.ts';
import type { Entries, Entry } from './screen.ts';

/** A part of a page of a form, as the ids of forms and their buttons name it. */
export type PagePart = Extract<CustomId, { kind: 'part' }>;

/** Which part somebody has open. */
export function openPart(person: Person): PagePart | undefined {
  const id = unpackId(person.view()?.customId ?? '');
  return id?.kind === 'part' ? id : undefined;
}

/** Fills in whatever of the entries, by their labels, the open form asks for. Returns the others. */
export function enter(person: Person, entries: Entries): Entries {
  const inputs = fieldsOf(person.view()?.components ?? []);
  const here = Object.entries(entries).flatMap(([label, entry]) => {
    const input = inputs.find((one) => isLabel(one.label, label) && takes(one.input, entry));
    return input ? [{ id: input.customId, label, entry }] : [];
  });
  person.fill(Object.fromEntries(here.map(({ id, entry }) => [id, entry])));
  const entered = new Set(here.map(({ label }) => label));
  return Object.fromEntries(Object.entries(entries).filter(([label]) => !entered.has(label)));
}

/** The button, on the latest message, to what follows a part that was sent. */
export const onwardFrom = (person: Person, { page, part }: PagePart): string | undefined =>
  buttonOn(person, (id) => id.kind === 'part' && (id.page !== page || id.part > part));

/** The button, on the latest message, that sends a page without the parts that are left. */
export const finishOf = (person: Person, { page }: PagePart): string | undefined =>
  buttonOn(person, (id) => id.kind === 'finish' && id.page === page);

/** The yes under a question that the latest message asks. */
export const yesTo = (person: Person): string | undefined => buttonOn(person, ({ kind }) => kind === 'yes');

function buttonOn(person: Person, fits: (id: CustomId) => boolean): string | undefined {
  const components = placedIn(person.messages().at(-1)?.components ?? []);
  const ids = components.map(({ component }) => String(component.custom_id));
  return ids.find((packed) => {
    const id = unpackId(packed);
    return id !== null && fits(id);
  });
}

/** Discord shows 45 characters of a label, and a menu of 25 options says which of them it has. */
const isLabel = (shown: string, label: string): boolean =>
  shown.replace(/ \d+–\d+$/, '') === label ||
  (shown.endsWith('…') && label.startsWith(shown.slice(0, -1).trimEnd()));

function takes(input: JsonObject, entry: Entry): boolean {
  const options = objectsAt(input, 'options').map(({ value }) => value);
  return options.length === 0 || [entry].flat().some((value) => options.includes(value));
}
