import type { KnownBlock, PlainTextOption, StaticSelect } from '@slack/types';
import type { Option } from '../../../../src/chat/form.ts';
import { chunks } from '../../../shared/chunks.ts';
import { shorten } from '../../../shared/text/fit.ts';
import { LIMITS } from '../../limits.ts';
import { plainText } from '../text/plain-text.ts';
import { richBlocks } from '../text/rich-blocks.ts';
import { words } from '../text/rich-text.ts';

export function drawOption({ value, label, help }: Option): PlainTextOption {
  return {
    text: plainText(label, LIMITS.option.textChars),
    value,
    ...(help ? { description: plainText(help, LIMITS.option.descriptionChars) } : {}),
  };
}

/** The options of a menu; more than a hundred come in numbered groups, which Slack allows a hundred of. */
export function menuOptions(
  options: readonly Option[],
): Pick<StaticSelect, 'options'> | Pick<StaticSelect, 'option_groups'> {
  const drawn = options.map(drawOption);
  const size = LIMITS.select.options;
  if (drawn.length <= size) return { options: drawn };
  const groups = chunks(drawn, size).slice(0, size);
  return {
    option_groups: groups.map((group, index) => ({
      label: plainText(`${index * size + 1}–${index * size + group.length}`, LIMITS.option.textChars),
      options: [...group],
    })),
  };
}

/**
 * What an option's short line could not hold, written out above the input: nobody ticks what they could not read.
 * Nothing when every option fits.
 */
export function writtenOut(options: readonly Option[]): readonly KnownBlock[] {
  const long = options.filter(isLong);
  if (long.length === 0) return [];
  const items = long.map(({ label, help }) => [words(help ? `${label}: ${help}` : label)]);
  return richBlocks([{ items }]);
}

const isLong = ({ label, help = '' }: Option): boolean =>
  shorten(label, LIMITS.option.textChars) !== label || shorten(help, LIMITS.option.descriptionChars) !== help;
