import { DISCORD_PLACES } from '../../../simulator/demo/discord-seed.ts';
import type { Control } from '../../../simulator/discord/control/control.ts';
import type { Person } from '../../../simulator/discord/control/person.ts';
import { providerPages, storePages } from '../../../src/reports/fields/forms.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';
import { enter, onwardFrom, openPart, yesTo } from '../../e2e/support/discord-forms.ts';
import { type Entries, en, onPage } from '../../e2e/support/screen.ts';
import { PDF } from '../../support/app.ts';
import { memberBehind, type Pair } from '../pairs.ts';
import { ASK_AGAIN_MS, attempted, type Deed, kept, type Scene, shown } from '../steps.ts';

/** A pair at their Discord: they carry case after case, while the gateway is cut under them. */
export interface Lane extends Omit<Pair, 'owner' | 'admin' | 'reviewer'> {
  readonly owner: Person;
  readonly admin: Person;
  readonly reviewer: Person;
}

export function laneOf(control: Control, pair: Pair): Lane {
  const person = (principalId: string) => control.person(memberBehind(principalId).discordUserId);
  const { owner, admin, reviewer } = pair;
  return { ...pair, owner: person(owner), admin: person(admin), reviewer: person(reviewer) };
}

const { staffChannelId } = DISCORD_PLACES;
const action = (name: string): string => en(`reports.action.${name}`);
const state = (name: string): string => en(`reports.state.${name}`);

/** One case from request to its agreed end. What was acknowledged is never done again and must come true. */
export async function carryCase(scene: Scene, lane: Lane, contractNo: string): Promise<void> {
  const { owner, admin, reviewer } = lane;
  const id = await requestNew(scene, lane);
  const shows =
    (person: Person, words: string, channel = person.direct) =>
    () =>
      person.messages(channel).some((message) => {
        const { text } = person.read(message);
        return text.includes(id) && text.includes(words);
      });
  const press =
    (person: Person, label: string, channel = person.direct) =>
    () =>
      pressOn(person, { id, label, channel });
  const done = (person: Person, deed: Deed, effect: () => boolean) =>
    kept(scene, deed, { effect, screen: screenOf(person) });
  await done(owner, press(owner, action('request')), shows(admin, state('REQUESTED')));
  await done(admin, press(admin, action('accept')), shows(owner, state('FILLING')));
  await fill(scene, lane, { id, contractNo });
  await done(admin, press(admin, action('submit')), shows(owner, state('STORE_CONFIRM')));
  await sendForm(scene, owner, {
    open: press(owner, action('confirm')),
    entries: { [en('cases.input.typedName')]: 'The owner' },
    effect: shows(reviewer, state('STAFF_REVIEW'), staffChannelId),
  });
  await done(reviewer, press(reviewer, action('approve'), staffChannelId), shows(admin, state('SCHEDULED')));
  await sendForm(scene, owner, {
    open: press(owner, action('proposeEnd')),
    entries: {},
    effect: shows(admin, action('agreeEnd')),
  });
  await done(admin, press(admin, action('agreeEnd')), shows(owner, state('TERMINATED')));
}

const screenOf = (person: Person) => (): string => person.sees().slice(-3_000);

interface Spot {
  readonly id: string;
  readonly label: string;
  readonly channel: string;
}

/** The button on the newest message about this case that has it; where the bot asks back, the yes is what counts. */
async function pressOn(person: Person, { id, label, channel }: Spot) {
  const found = person
    .messages(channel)
    .filter((message) => person.read(message).text.includes(id))
    .findLast((message) => person.offers({ text: label, id: message.id }));
  if (!found) return undefined;
  const outcome = await attempted(() => person.click({ text: label, id: found.id }));
  const yes = outcome?.acked ? yesTo(person) : undefined;
  return yes ? attempted(() => person.click({ customId: yes })) : outcome;
}

interface Filling {
  readonly open: Deed;
  readonly entries: Entries;
  readonly effect: () => boolean;
}

/** A form of one part. */
async function sendForm(scene: Scene, person: Person, { open, entries, effect }: Filling): Promise<void> {
  const screen = screenOf(person);
  await person.close();
  await shown(scene, open, { effect: () => person.view() !== undefined || effect(), screen });
  const send = async () => {
    if (!person.view()) {
      // Opening is acknowledged, too, but it is not the step that is waited for.
      await open();
      return undefined;
    }
    enter(person, entries);
    return person.submit();
  };
  await kept(scene, () => attempted(send), { effect, screen });
  await person.close();
}

interface Walk {
  /** Opens the first page. */
  readonly open: Deed;
  readonly pages: readonly FormPage[];
  readonly entries: Entries;
  /** The form became what it is for, although nobody was told. */
  readonly isOver: () => Promise<boolean>;
}

/** Parts are kept one by one, and sending one again changes nothing: whatever got lost, the form is opened again. */
async function walk(scene: Scene, person: Person, form: Walk): Promise<void> {
  for (;;) {
    await person.close();
    if (await form.isOver()) return;
    await shown(scene, form.open, { effect: () => person.view() !== undefined, screen: screenOf(person) });
    if (await walkedThrough(scene, person, form)) return;
  }
}

async function walkedThrough({ control }: Scene, person: Person, { pages, entries }: Walk): Promise<boolean> {
  const soon = { timeoutMs: ASK_AGAIN_MS };
  for (;;) {
    const part = openPart(person);
    if (!part) return false;
    enter(person, entries);
    const sent = await attempted(() => person.submit());
    if (!sent?.acked) return false;
    if (part.last && part.page === pages.at(-1)?.id) return true;
    const onward = await control.until(() => onwardFrom(person, part), soon).catch(() => undefined);
    if (onward === undefined) return false;
    await attempted(() => person.click({ customId: onward }));
  }
}

const entriesOf = (pages: readonly FormPage[], values: Lane['request']): Entries =>
  Object.assign({}, ...pages.map((page) => onPage(page, values)));

async function requestNew(scene: Scene, lane: Lane): Promise<string> {
  const { owner } = lane;
  const before = new Set(idsSeenBy(owner));
  const fresh = () => idsSeenBy(owner).find((id) => !before.has(id));
  const effect = () => fresh() !== undefined;
  const inInbox = async () => {
    await owner.command('/inbox');
    await scene.control.until(effect, { timeoutMs: 500 }).catch(() => undefined);
    return effect();
  };
  let begun = false;
  await walk(scene, owner, {
    open: () => {
      begun = true;
      return owner.command(`/report new ${lane.providerName}`);
    },
    pages: storePages,
    entries: entriesOf(storePages, lane.request),
    isOver: async () => begun && (await inInbox()),
  });
  await shown(scene, () => owner.command('/inbox'), { effect, screen: screenOf(owner) });
  return fresh() ?? '';
}

interface Filed {
  readonly id: string;
  readonly contractNo: string;
}

async function fill(scene: Scene, lane: Lane, { id, contractNo }: Filed): Promise<void> {
  const { admin, scope } = lane;
  const pages = providerPages([scope]);
  const contract = admin.upload('contract.pdf', PDF);
  const page = en('fields.page.contract');
  const labels = [`✓ ${page}`, `○ ${page}`, en('cases.button.fill')];
  await walk(scene, admin, {
    open: async () => {
      for (const label of labels) {
        const outcome = await pressOn(admin, { id, label, channel: admin.direct });
        if (outcome) return outcome;
      }
      return undefined;
    },
    pages,
    entries: {
      ...entriesOf(pages, lane.revision(contractNo)),
      [en('fields.label.evidence')]: [contract],
    },
    isOver: async () => false,
  });
}

const idsSeenBy = (person: Person): readonly string[] =>
  person
    .messages(person.direct)
    .flatMap((message) => person.read(message).text.match(/CR-\d{4}-\d{6}/g) ?? []);
