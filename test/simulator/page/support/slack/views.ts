import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: true }) as const;
const option = (value: string, text: string): PlainTextOption => ({ value, text: plain(text) });

const SCOPES = [
  option('OPERATIONS', 'Operations'),
  option('MARKETING', 'Marketing'),
  option('DESIGN', 'Design'),
  option('LIVE_CONTENT', 'Live content'),
];

function input(id: string, label: string, element: InputBlock['element']): InputBlock {
  return { type: 'input', block_id: id, label: plain(label), element: { ...element, action_id: 'value' } };
}

const INPUTS: readonly InputBlock[] = [
  {
    ...input('contract', 'Contract number', {
      type: 'plain_text_input',
      min_length: 3,
      max_length: 64,
      placeholder: plain('HT-2026-018'),
    }),
    hint: plain('As it stands on the signed contract.'),
  },
  {
    ...input('notes', 'Notes', { type: 'plain_text_input', multiline: true, max_length: 60 }),
    optional: true,
  },
  input('fee', 'Monthly fee', { type: 'number_input', is_decimal_allowed: true, min_value: '0' }),
  input('start', 'Reporting start', { type: 'datepicker', initial_date: '2026-06-01' }),
  input('months', 'Months', {
    type: 'static_select',
    options: [option('12', '12 months'), option('24', '24 months')],
    placeholder: plain('How long'),
  }),
  input('scope', 'Service scope', { type: 'multi_static_select', options: SCOPES }),
  input('model', 'Fee model', {
    type: 'radio_buttons',
    options: [option('FIXED', 'Fixed'), option('COMMISSION', 'Commission')],
  }),
  input('ticks', 'Not applicable', {
    type: 'checkboxes',
    options: [option('QS06', 'QS06 · ratings against the category'), option('QS11', 'QS11 · sales target')],
  }),
  input('evidence', 'Signed contract', { type: 'file_input', filetypes: ['pdf', 'png'], max_files: 2 }),
];

/** One form with every kind of input. */
export function everyInput(): ModalView {
  return {
    type: 'modal',
    callback_id: 'every_input',
    title: plain('Cooperation 2/4'),
    submit: plain('Next'),
    close: plain('Save and close'),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: 'Fill in from the *contract*. A blank costs you.' } },
      ...INPUTS,
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'explain', text: plain('What does a blank cost?') }],
      },
    ],
  };
}

/** Stands on top of another form. */
export function explanation(): ModalView {
  return {
    type: 'modal',
    title: plain('Blank standards'),
    close: plain('Back'),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: 'The provider bears *full responsibility*.' } },
    ],
  };
}
