import { CAST } from '../../../simulator/demo/cast.ts';
import type { Control } from '../../../simulator/slack/control/control.ts';
import type { Person } from '../../../simulator/slack/control/person.ts';
import type { Outcome } from '../../../simulator/slack/outbound/transport/delivery.ts';
import type { Raw } from '../../../simulator/slack/state/modals/entered.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import { providerPages, storePages } from '../../../src/reports/fields/forms.ts';
import type { FormPage } from '../../../src/reports/fields/page.ts';
import { en, onPage } from '../../e2e/support/screen.ts';
import { PDF } from '../../support/app.ts';
import type { BotProcess } from '../bot-process.ts';
import { memberBehind, type Pair } from '../pairs.ts';
import { ASK_AGAIN_MS, attempted, type Deed, kept, shown } from '../steps.ts';

/** A pair at their Slack: they carry case after case, while the bot is killed under them. */
export interface Lane extends Omit<Pair, 'owner' | 'admin' | 'reviewer'> {
  readonly owner: Person;
  readonly admin: Person;
  readonly reviewer: Person;
  readonly staffChannel: string;
}

export function laneOf(control: Control, pair: Pair): Lane {
  const person = (principalId: string) => control.person(memberBehind(principalId).slackUserId);
  const { owner, admin, reviewer } = pair;
  const people = { owner: person(owner), admin: person(admin), reviewer: person(reviewer) };
  return { ...pair, ...people, staffChannel: CAST.staffChannelId };
}

export interface Stage {
  readonly control: Control;
  readonly bot: BotProcess;
}

const action = (name: string): string => en(`reports.action.${name}`);
const state = (name: string): string => en(`reports.state.${name}`);

/**
 * One case from request to approval and to its agreed end, as people would carry it through crashes: what was not
 * acknowledged is done again, what was acknowledged is never done again and must come true.
 */
export async function carryCase(stage: Stage, lane: Lane, contractNo: string): Promise<void> {
  const { owner, admin, reviewer, staffChannel } = lane;
  const id = await requestNew(stage, lane);
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
      clickOn(person, { id, label, channel });
  const done = (person: Person, deed: Deed, effect: () => boolean) =>
    kept(stage, deed, { effect, screen: screenOf(person) });
  await done(owner, press(owner, action('request')), shows(admin, state('REQUESTED')));
  await done(admin, press(admin, action('accept')), shows(owner, state('FILLING')));
  await fill(stage, lane, { id, contractNo });
  await done(admin, press(admin, action('submit')), shows(owner, state('STORE_CONFIRM')));
  await sendForm(stage, owner, {
    open: press(owner, action('confirm')),
    values: { [en('cases.input.typedName')]: 'The owner' },
    effect: shows(reviewer, state('STAFF_REVIEW'), staffChannel),
  });
  await done(reviewer, press(reviewer, action('approve'), staffChannel), shows(admin, state('SCHEDULED')));
  await sendForm(stage, owner, {
    open: press(owner, action('proposeEnd')),
    values: {},
    effect: shows(admin, action('agreeEnd')),
  });
  await done(admin, press(admin, action('agreeEnd')), shows(owner, state('TERMINATED')));
}

const screenOf = (person: Person) => (): string => person.sees().slice(-3_000);

interface Filling {
  readonly open: Deed;
  readonly values: Readonly<Record<string, Raw>>;
  readonly effect: () => boolean;
}

async function sendForm(stage: Stage, person: Person, { open, values, effect }: Filling): Promise<void> {
  await person.close({ all: true }).catch(() => undefined);
  const screen = screenOf(person);
  await shown(stage, open, { effect: () => person.view() !== undefined || effect(), screen });
  const send = async () => {
    if (!person.view()) {
      // Opening is acknowledged, too, but it is not the step that is waited for.
      await open();
      return undefined;
    }
    person.fill(values);
    return person.submit();
  };
  await kept(stage, () => attempted(send), { effect, screen });
  await person.close({ all: true }).catch(() => undefined);
}

const has = (person: Person, page: FormPage | undefined) => (): boolean => {
  const [first] = page?.fields ?? [];
  return first !== undefined && (person.modal()?.text.includes(en(first.label, first.messageData)) ?? false);
};

interface Walk {
  /** Opens the first page. */
  readonly open: Deed;
  readonly pages: readonly FormPage[];
  readonly values: FieldValues;
  readonly extras?: Readonly<Record<string, Raw>>;
}

/**
 * Pages are kept one by one. A form that was left behind by a crash is closed and opened again, filled in with what was
 * kept; sending a page again changes nothing.
 */
async function walk(stage: Stage, person: Person, form: Walk): Promise<void> {
  for (;;) {
    await person.close({ all: true }).catch(() => undefined);
    await shown(stage, form.open, { effect: has(person, form.pages[0]), screen: screenOf(person) });
    if (await walkedThrough(stage, person, form)) return;
  }
}

async function walkedThrough(
  stage: Stage,
  person: Person,
  { pages, values, extras }: Walk,
): Promise<boolean> {
  for (const [index, page] of pages.entries()) {
    const last = index === pages.length - 1;
    const send = async () => {
      person.fill({ ...onPage(page, values), ...(last ? extras : {}) });
      return person.submit();
    };
    const screen = () => `${person.modal()?.text} ${JSON.stringify(person.view()?.errors)}`;
    await kept(stage, () => attempted(send), { effect: () => !has(person, page)(), screen });
    if (last) return true;
    const next = has(person, pages[index + 1]);
    await stage.control.until(next, { timeoutMs: ASK_AGAIN_MS }).catch(() => undefined);
    if (!next()) return false;
  }
  return true;
}

async function requestNew(stage: Stage, lane: Lane): Promise<string> {
  const { owner } = lane;
  const before = new Set(idsSeenBy(owner));
  const open = () => owner.command(`/report new ${lane.providerName}`);
  await walk(stage, owner, { open, pages: storePages, values: lane.request });
  const fresh = () => idsSeenBy(owner).find((id) => !before.has(id));
  // The answer to whoever sent the form may die with the process; the inbox has the case.
  const effect = () => fresh() !== undefined;
  await shown(stage, () => owner.command('/inbox'), { effect, screen: screenOf(owner) });
  return fresh() ?? '';
}

/** The first page: from the form's own list of pages once something is kept, from the case's card before. */
function openFill(admin: Person, id: string): Deed {
  const page = en('fields.page.contract');
  const labels = [`✓ ${page}`, `○ ${page}`, en('cases.button.fill')];
  return async () => {
    for (const label of labels) {
      const outcome = await clickOn(admin, { id, label, channel: admin.direct });
      if (outcome) return outcome;
    }
    return undefined;
  };
}

async function fill(
  stage: Stage,
  lane: Lane,
  { id, contractNo }: { id: string; contractNo: string },
): Promise<void> {
  const { admin, scope } = lane;
  const contract = admin.upload('contract.pdf', PDF);
  await walk(stage, admin, {
    open: openFill(admin, id),
    pages: providerPages([scope]),
    values: lane.revision(contractNo),
    extras: { [en('fields.label.evidence')]: [contract] },
  });
}

const idsSeenBy = (person: Person): readonly string[] =>
  person
    .messages(person.direct)
    .flatMap((message) => person.read(message).text.match(/CR-\d{4}-\d{6}/g) ?? []);

interface Spot {
  readonly id: string;
  readonly label: string;
  readonly channel: string;
}

/** The button on the newest message about this case that has it. */
async function clickOn(person: Person, { id, label, channel }: Spot): Promise<Outcome | undefined> {
  const messages = person.messages(channel).filter((message) => person.read(message).text.includes(id));
  for (const { ts } of messages.reverse()) {
    if (person.offers({ text: label, ts, channel }))
      return attempted(() => person.click({ text: label, ts, channel }));
  }
  return undefined;
}
