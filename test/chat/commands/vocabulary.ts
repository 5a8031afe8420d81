import type { Command, CommandOption, Vocabulary } from '../../../src/chat/conversation.ts';

type Described = Pick<Command, 'area' | 'verb'> & { readonly options?: readonly CommandOption[] };

const said = async () => ({ kind: 'card', card: { tone: 'neutral', title: 'done' } }) as const;

/** A command that anybody may use and that does nothing. */
const command = ({ area, verb, options = [] }: Described): Command => ({
  area,
  verb,
  options,
  who: 'anyone',
  effect: 'read',
  run: said,
});

const report: CommandOption = { name: 'report', kind: 'report', required: true };

export const vocabulary: Vocabulary = {
  commands: [
    command({ area: 'report', verb: 'show', options: [report] }),
    command({
      area: 'report',
      verb: 'return',
      options: [report, { name: 'reason', kind: 'text', required: false, rest: true }],
    }),
    command({
      area: 'report',
      verb: 'list',
      options: [
        { name: 'state', kind: 'choice', required: false, choices: ['ACTIVE', 'DRAFT'] },
        { name: 'provider', kind: 'provider', required: false },
      ],
    }),
    command({ area: 'inbox', verb: '' }),
    command({
      area: 'link',
      verb: '',
      options: [{ name: 'code', kind: 'text', required: true, rest: true }],
    }),
  ],
  clicks: [],
  forms: [],
};
