import type { Click, Command, FormHandler, Known, Vocabulary } from '../../../src/chat/conversation.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { handled } from '../../../src/chat/requests/handled.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { refuse } from '../../../src/result.ts';

/** What a domain might be: it counts, and every way of asking can be told to fail. */
export interface Tally {
  readonly vocabulary: Vocabulary;
  /** How often something was counted, by whom. */
  readonly counted: string[];
  /** Thrown by the next run, once each. */
  readonly failures: unknown[];
}

const target = { action: 'tally.add', subject: 'tally', revision: 0, stateSeq: 0 } as const;

export function tally(): Tally {
  const counted: string[] = [];
  const failures: unknown[] = [];
  const add = async (talk: Known): Promise<Reply> => {
    if (failures.length > 0) throw failures.shift();
    await talk.app.database.change([
      Prisma.sql`
        INSERT INTO form_draft (form, subject, owner, "values", editors, updated_at)
        VALUES ('tally', ${talk.app.ids.next('t')}, ${talk.person.principalId}, '{}', '{}', ${talk.app.clock.now()})`,
      handled(talk.requestId, talk.app.clock.now()),
    ]);
    counted.push(talk.person.principalId);
    return { kind: 'card', card: { tone: 'good', title: `counted ${counted.length}` } };
  };
  return {
    counted,
    failures,
    vocabulary: { commands: commands(add), clicks: clicks(add), forms: forms(add), ...hooks },
  };
}

type Add = (talk: Known) => Promise<Reply>;

const card = (title: string): Reply => ({ kind: 'card', card: { tone: 'neutral', title } });

function commands(add: Add): readonly Command[] {
  const base = { area: 'tally', options: [] };
  const button = { label: 'Add', tone: 'primary', handle: target } as const;
  const [look, form] = [
    { ...target, action: 'tally.look' },
    { ...target, action: 'tally.form' },
  ];
  return [
    { ...base, verb: 'add', who: 'report.list', effect: 'change', run: add },
    { ...base, verb: 'decide', who: 'staff.assign', effect: 'change', run: add },
    {
      ...base,
      verb: 'hello',
      who: 'anyone',
      effect: 'read',
      run: async ({ locale, zone }) => card(`${locale} ${zone}`),
    },
    {
      ...base,
      verb: 'refuse',
      who: 'anyone',
      effect: 'change',
      run: async () => refuse('people.same-person-on-both-sides'),
    },
    {
      ...base,
      verb: 'show',
      who: 'anyone',
      effect: 'read',
      run: async () => ({
        kind: 'card',
        card: {
          tone: 'waiting',
          title: 'buttons',
          actions: [
            button,
            { ...button, label: 'Look', handle: look },
            { ...button, label: 'Form', handle: form },
            button,
          ],
        },
      }),
    },
  ];
}

function clicks(add: Add): readonly Click[] {
  return [
    { action: 'tally.add', effect: 'change', run: add },
    { action: 'tally.look', effect: 'read', run: async (_talk, { subject }) => card(`looked at ${subject}`) },
    { action: 'tally.form', effect: 'read', run: async () => ({ kind: 'form', page }) },
  ];
}

const page = {
  form: 'tally.form',
  page: 'only',
  target,
  title: 'How many?',
  fields: [],
  submitLabel: 'Send',
  closeLabel: 'Close',
} as const;

function forms(add: Add): readonly FormHandler[] {
  return [
    {
      form: 'tally.form',
      run: async (talk, { values }) => {
        if (values.wrong === 'field') return refuse('accounts.not-a-time', { typed: 'x' }, 'wrong');
        return values.wrong === 'all' ? refuse('people.same-person-on-both-sides') : add(talk);
      },
    },
  ];
}

const hooks: Pick<Vocabulary, 'home' | 'message'> = {
  home: async () => card('waiting for you'),
  message: async (_talk, { text }) => (text === '同意' ? card('Use the button, please') : null),
};
