import { isDeepStrictEqual } from 'node:util';
import { type JsonObject, objectAt, objectsAt } from '../../../common/json.ts';
import { optionsOf } from '../../state/modals/elements.ts';
import { withTextDefaults } from '../normalise.ts';
import { at, type Placed } from './walk.ts';

const WITH_OPTIONS = new Set([
  'static_select',
  'multi_static_select',
  'checkboxes',
  'radio_buttons',
  'overflow',
]);

/** Options and what is chosen among them beforehand. */
export function menuProblems(placed: Placed): string[] {
  if (!WITH_OPTIONS.has(placed.type)) return [];
  return [...sourceProblems(placed), ...optionProblems(placed), ...initialProblems(placed)];
}

// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select
function sourceProblems({ object, type, pointer }: Placed): string[] {
  if (!type.endsWith('static_select')) return [];
  const sources = ['options', 'option_groups'].filter((key) => object[key] !== undefined);
  if (sources.length === 1) return [];
  return [
    at(
      pointer,
      sources.length === 0
        ? 'must define either `options` or `option_groups`'
        : 'only one of `options` and `option_groups` is allowed',
    ),
  ];
}

// The types leave an option's value out; Slack does not. https://docs.slack.dev/reference/block-kit/composition-objects/option-object
function optionProblems({ object, type, pointer }: Placed): string[] {
  return optionsOf(object).flatMap((option, index) => [
    ...(option.value === undefined
      ? [at(`${pointer}/options/${index}`, 'missing required field: value')]
      : []),
    ...(option.url !== undefined && type !== 'overflow'
      ? [at(`${pointer}/options/${index}`, 'invalid additional property: url')]
      : []),
  ]);
}

function initialProblems({ object, pointer }: Placed): string[] {
  const options = optionsOf(object).map((option) => withTextDefaults(option));
  const among = (option: JsonObject) =>
    options.some((one) => isDeepStrictEqual(one, withTextDefaults(option)));
  const single = objectAt(object, 'initial_option');
  const several = objectsAt(object, 'initial_options');
  const most = typeof object.max_selected_items === 'number' ? object.max_selected_items : several.length;
  return [
    ...(single && !among(single) ? [at(`${pointer}/initial_option`, 'must match one of the options')] : []),
    ...(several.every(among) ? [] : [at(`${pointer}/initial_options`, 'must match the options')]),
    ...(Array.isArray(object.initial_options) && several.length === 0
      ? [at(`${pointer}/initial_options`, 'no fewer than 1 items allowed')]
      : []),
    ...(several.length > most
      ? [at(`${pointer}/initial_options`, `no more than ${most} items allowed`)]
      : []),
  ];
}
