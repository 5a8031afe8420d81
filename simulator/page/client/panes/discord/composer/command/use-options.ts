import { useState } from 'react';
import { useLanguage } from '../../../../language/language.ts';
import type { DiscordChannel } from '../../world/wire.ts';
import type { Offer } from '../offer-list.tsx';
import type { Filled, Leaf, Option } from './leaf.ts';
import { useChoices } from './use-choices.ts';

/** The options of a command that is being composed, and what is offered for the one in hand. */
export function useOptions(channel: DiscordChannel, leaf: Leaf, first: Filled) {
  const { t } = useLanguage();
  const [filled, setFilled] = useState<Filled>(first);
  const [added, setAdded] = useState<readonly string[]>(() => initial(leaf, first));
  const [focused, setFocused] = useState<string | undefined>(added.at(-1));
  const shown = added.flatMap((name) => leaf.options.find((one) => one.name === name) ?? []);
  const option = shown.find(({ name }) => name === focused);
  const asking = useChoices(channel, { leaf, filled, option });
  const choices = option && filled[option.name]?.isTaken ? [] : asking.choices;
  const further = leaf.options.filter(({ name }) => !added.includes(name));
  const isFull = !option || (filled[option.name]?.name ?? '') !== '';
  // What else could be said stands below what is being said.
  const more = choices.length === 0 && isFull && asking.isDone ? further : [];
  const add = ({ name }: Option) => {
    setAdded([...added, name]);
    setFocused(name);
  };
  const choose = (index: number) => {
    const choice = choices[index];
    if (choice && option) setFilled({ ...filled, [option.name]: { ...choice, isTaken: true } });
  };
  const take = (index: number) => {
    const next = more[index];
    if (next) add(next);
    else choose(index);
  };
  const offers: readonly Offer[] =
    more.length > 0
      ? more.map(({ name, description }) => ({ key: name, title: name, help: description }))
      : choices.map(({ name, value }) => ({ key: value, title: name, help: '' }));
  return {
    ...{ filled, shown, focused, offers, take },
    /** Enter takes a choice, but sends the command although more could be said. */
    takesEnter: choices.length > 0,
    title: more.length > 0 ? t('discord.options.more') : option?.description,
    focus: setFocused,
    type: ({ name }: Option, words: string) =>
      setFilled({ ...filled, [name]: { name: words, value: words } }),
    /** Nothing stands in the option in hand. */
    isEmpty: !option || (filled[option.name]?.name ?? '') === '',
    /** Takes the option in hand away; whether there was one that could go. */
    remove: (): boolean => {
      if (!option || option.required) return false;
      const { [option.name]: _gone, ...rest } = filled;
      const left = added.filter((name) => name !== option.name);
      setFilled(rest);
      setAdded(left);
      setFocused(left.at(-1));
      return true;
    },
  };
}

/** The required ones, and whatever has something in it. */
function initial({ options }: Leaf, filled: Filled): readonly string[] {
  return options.filter(({ name, required }) => required || name in filled).map(({ name }) => name);
}
