import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { usePlace } from '../window/current.ts';
import { move } from '../world/place.ts';
import { channelName, useSeat } from '../world/screen.ts';
import type { DiscordChannel } from '../world/wire.ts';
import type { Leaf } from './command/leaf.ts';
import { OfferList } from './offer-list.tsx';
import { useOffers } from './use-offers.ts';

interface TextLineProps {
  readonly channel: DiscordChannel;
  readonly leaves: readonly Leaf[];
  readonly pick: (leaf: Leaf) => void;
  /** Resolves with whether it went. */
  readonly send: (text: string) => Promise<boolean>;
  /** Whether whoever writes was writing here just now. */
  readonly focused: boolean;
}

/** Words; once they begin with a slash, the commands that fit them. */
export function TextLine({ channel, leaves, pick, send, focused }: TextLineProps) {
  const { t } = useLanguage();
  const { screen } = useSeat();
  const [text, setText] = useDraft();
  const [dismissed, setDismissed] = useState(false);
  const listId = useId();
  const field = useFieldThatGrows(text);
  const offered = dismissed ? [] : fitting(leaves, text);
  const take = (index: number) => {
    const leaf = offered[index];
    if (!leaf) return;
    setText('');
    pick(leaf);
  };
  const offers = useOffers(offered.length, take);
  const submit = async () => {
    if (text.trim() === '') return;
    setText('');
    if (!(await send(text.trim()))) setText(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Somebody who composes Chinese presses Enter to choose a word, not to send.
    if (event.nativeEvent.isComposing || offers.onKey(event)) return;
    if (event.key === 'Escape' && offered.length > 0) setDismissed(true);
    else if (event.key === 'Enter' && !event.shiftKey) void submit();
    else return;
    event.preventDefault();
  };
  const name = channelName(screen, channel);
  const label = t('discord.message', { name: channel.kind === 'dm' ? `@${name}` : `#${name}` });
  return (
    <>
      {offered.length > 0 && (
        <OfferList
          id={listId}
          title={t('composer.commands')}
          offers={offered.map((leaf) => ({ key: leaf.name, title: leaf.name, help: leaf.description }))}
          {...offers}
          take={take}
        />
      )}
      <textarea
        ref={field}
        rows={1}
        // biome-ignore lint/a11y/noAutofocus: whoever sent a command goes on writing.
        autoFocus={focused}
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-activedescendant={offered.length > 0 ? `${listId}-${offers.active}` : undefined}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setDismissed(false);
          offers.point(0);
          setText(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

function fitting(leaves: readonly Leaf[], text: string): readonly Leaf[] {
  if (!text.startsWith('/')) return [];
  const typed = text.toLowerCase().replace(/\s+/g, ' ');
  return leaves.filter(({ name }) => name.startsWith(typed) || `${name} ` === typed);
}

// The draft belongs to its person and survives a look elsewhere.
function useDraft() {
  const { userId } = useSeat();
  const { draft } = usePlace();
  return [draft.text, (text: string) => move(userId, { draft: { ...draft, text } })] as const;
}

const MAX_HEIGHT_PX = 160;

function useFieldThatGrows(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, MAX_HEIGHT_PX)}px`;
  }, [text]);
  return field;
}
