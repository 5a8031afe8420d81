import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useLanguage } from '../../../../language/language.ts';
import { SlashIcon } from '../../window/icons.tsx';
import type { Composed } from '../../world/control.ts';
import type { DiscordChannel } from '../../world/wire.ts';
import { OfferList } from '../offer-list.tsx';
import { useOffers } from '../use-offers.ts';
import { composed, type Filled, type Leaf } from './leaf.ts';
import { OptionPill } from './option-pill.tsx';
import { useOptions } from './use-options.ts';

interface CommandLineProps {
  readonly channel: DiscordChannel;
  readonly leaf: Leaf;
  readonly filled: Filled;
  readonly leave: () => void;
  readonly send: (command: Composed) => Promise<void>;
}

/** A command that was picked, each of its options in a frame of its own. Enter sends it, Backspace takes it apart. */
export function CommandLine({ channel, leaf, filled: first, leave, send }: CommandLineProps) {
  const { t } = useLanguage();
  const listId = useId();
  const [missing, setMissing] = useState<string>();
  const sending = useRef(false);
  const options = useOptions(channel, leaf, first);
  const offers = useOffers(options.offers.length, options.take, options.takesEnter);
  const submit = async () => {
    if (sending.current) return;
    const lacking = leaf.options.find(({ name, required }) => required && !options.filled[name]?.name);
    setMissing(lacking?.name);
    if (lacking) return options.focus(lacking.name);
    sending.current = true;
    await send(composed(leaf, options.filled));
    sending.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || offers.onKey(event)) return;
    if (event.key === 'Enter') void submit();
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Backspace' && options.isEmpty) {
      if (!options.remove()) leave();
    } else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are for all of its fields.
    <div className="dc-command" onKeyDown={onKeyDown}>
      {options.offers.length > 0 && (
        <OfferList
          id={listId}
          title={options.title ?? t('discord.options')}
          offers={options.offers}
          {...offers}
          take={options.take}
        />
      )}
      <SlashIcon />
      <CommandName leaf={leaf} alone={options.shown.length === 0} />
      {options.shown.map((option) => (
        <OptionPill
          key={option.name}
          option={option}
          words={options.filled[option.name]?.name ?? ''}
          focused={options.focused === option.name}
          wrong={missing === option.name}
          focus={() => options.focus(option.name)}
          type={(words) => {
            offers.point(0);
            options.type(option, words);
          }}
        />
      ))}
      {missing && (
        <span className="dc-command-missing" role="alert">
          {t('error.required')}
        </span>
      )}
    </div>
  );
}

/** A command without options keeps the keys itself. */
function CommandName({ leaf, alone }: { readonly leaf: Leaf; readonly alone: boolean }) {
  return (
    <input
      className="dc-command-name"
      aria-label={leaf.name}
      title={leaf.description}
      readOnly
      // biome-ignore lint/a11y/noAutofocus: whoever picked the command goes on typing.
      autoFocus={alone}
      size={leaf.name.length + 1}
      value={leaf.name}
    />
  );
}
