import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../simulator/common/json.ts';
import { viewProblems } from '../../../../simulator/slack/validation/view-problems.ts';
import { input, modal, plain, section, textInput, words } from '../support/blocks.ts';

const home = (over: JsonObject = {}): JsonObject => ({ type: 'home', blocks: [section()], ...over });

describe('a view that Slack refuses', () => {
  const cases: readonly (readonly [string, JsonObject, 'modal' | 'home', string])[] = [
    [
      'a title of 25',
      modal([section()], { title: plain(words(25)) }),
      'modal',
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'a submit of 25',
      modal([section()], { submit: plain(words(25)) }),
      'modal',
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'a close of 25',
      modal([section()], { close: plain(words(25)) }),
      'modal',
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'private_metadata of 3001',
      modal([section()], { private_metadata: words(3_001) }),
      'modal',
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a callback_id of 256',
      modal([section()], { callback_id: words(256) }),
      'modal',
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      '101 blocks',
      modal(Array.from({ length: 101 }, () => section())),
      'modal',
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'no title',
      { type: 'modal', blocks: [] },
      'modal',
      'missing required field: title [json-pointer:/view]',
    ],
    [
      'inputs without a submit',
      { type: 'modal', title: plain('t'), blocks: [input(textInput())] },
      'modal',
      'missing required field: submit [json-pointer:/view]',
    ],
    ['a home tab as a modal', home(), 'modal', 'must be a valid enum value [json-pointer:/view/type]'],
    [
      'a home tab with a title',
      home({ title: plain('t') }),
      'home',
      'invalid additional property: title [json-pointer:/view]',
    ],
    [
      'a bad block',
      modal([section(words(3_001))]),
      'modal',
      'must be less than 3001 characters [json-pointer:/view/blocks/0/text/text]',
    ],
  ];

  it.each(cases)('%s', (_what, view, expected, problem) => {
    expect(viewProblems(view, expected)).toEqual([problem]);
  });

  it('takes a proper modal and a proper home tab', () => {
    expect(viewProblems(modal([section(), input(textInput())]), 'modal')).toEqual([]);
    expect(viewProblems(home(), 'home')).toEqual([]);
  });
});
