import { useEffect, useState } from 'react';
import type { Choice } from '../../world/control.ts';
import { useSeat } from '../../world/screen.ts';
import type { DiscordChannel } from '../../world/wire.ts';
import { composed, type Filled, type Leaf, type Option } from './leaf.ts';

interface Typing {
  readonly leaf: Leaf;
  readonly filled: Filled;
  /** The option that is being typed. */
  readonly option: Option | undefined;
}

interface Choices {
  readonly choices: readonly Choice[];
  /** Whether nothing more will be offered for what stands there. */
  readonly isDone: boolean;
}

const NOTHING: Choices = { choices: [], isDone: true };
/** Discord waits for a pause in the typing. */
const PAUSE_MS = 200;

/** What may stand in the option: its own choices, or what the app offers for what was typed so far. */
export function useChoices({ id: channel }: DiscordChannel, { leaf, filled, option }: Typing): Choices {
  const { control, userId } = useSeat();
  const [offered, setOffered] = useState<Choices & { readonly for: string }>({ ...NOTHING, for: '' });
  const words = (option && filled[option.name]?.name) ?? '';
  const key = option?.asksApp ? `${option.name} ${words}` : '';
  const command = option && JSON.stringify(askingFor(leaf, filled, option));
  useEffect(() => {
    if (key === '' || command === undefined) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      const choices = await control.choices(userId, channel, JSON.parse(command));
      if (wanted) setOffered({ choices, isDone: true, for: key });
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key, command, control, userId, channel]);
  if (!option) return NOTHING;
  if (option.asksApp) return offered.for === key ? offered : { choices: [], isDone: false };
  const wanted = words.toLocaleLowerCase();
  return { choices: option.choices.filter(({ name }) => fits(name, wanted)), isDone: true };
}

const fits = (name: string, wanted: string) =>
  name.toLocaleLowerCase().includes(wanted) && name.toLocaleLowerCase() !== wanted;

/** The option in hand goes last, for that is the one which the stand-in takes to be typed. */
function askingFor(leaf: Leaf, filled: Filled, { name }: Option) {
  const until = leaf.options.findIndex((one) => one.name === name);
  const before = leaf.options.slice(0, until);
  const { options, ...command } = composed({ ...leaf, options: before }, filled);
  return { ...command, options: { ...options, [name]: filled[name]?.name ?? '' } };
}
