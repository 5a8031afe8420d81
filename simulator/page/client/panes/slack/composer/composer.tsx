import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { usePlace } from '../window/current.ts';
import { useSeat } from '../world/screen.ts';
import type { SlackConversation } from '../world/wire.ts';
import { CommandList } from './command-list.tsx';
import { type Completion, useCompletion } from './completion.ts';
import { AttachIcon, SendIcon } from './icons.tsx';
import { useComposer } from './use-composer.ts';

interface ComposerProps {
  readonly conversation: SlackConversation;
  readonly threadTs?: string;
}

export function Composer({ conversation, threadTs }: ComposerProps) {
  const { t } = useLanguage();
  const { commands } = useSeat().screen;
  const writing = useComposer(conversation, threadTs);
  const completion = useCompletion(writing.text, threadTs ? [] : commands);
  const listId = useId();
  const field = useFieldThatGrows(writing.text, threadTs !== undefined);
  const write = (text: string) => {
    completion.revive();
    writing.setText(text);
  };
  const take = (command: string) => {
    writing.setText(`${command} `);
    field.current?.focus();
  };
  const name = conversation.withBot ? 'Baobei' : `#${conversation.name}`;
  const open = completion.shown.length > 0;
  return (
    <div className="sl-composer">
      {open && <CommandList id={listId} completion={completion} take={take} />}
      <div className="sl-composer-box">
        <textarea
          ref={field}
          rows={1}
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open ? `${listId}-${completion.active}` : undefined}
          aria-label={threadTs ? t('composer.reply') : t('composer.placeholder', { name })}
          placeholder={threadTs ? t('composer.reply') : t('composer.placeholder', { name })}
          value={writing.text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => onKey(event, { completion, take, send: writing.send })}
        />
        <div className="sl-composer-tools">
          <label className="sl-tool" title={t('composer.attach')}>
            <AttachIcon />
            <input
              type="file"
              multiple
              className="visually-hidden"
              aria-label={t('composer.attach')}
              onChange={(event) => void writing.attach(event.target.files)}
            />
          </label>
          <span className="sl-composer-remark" role="status">
            {writing.remark}
          </span>
          <button
            type="button"
            className="sl-send"
            aria-label={t('composer.send')}
            disabled={writing.text.trim() === ''}
            onClick={() => void writing.send()}
          >
            <SendIcon />
          </button>
        </div>
      </div>
    </div>
  );
}

interface Keys {
  readonly completion: Completion;
  readonly take: (command: string) => void;
  readonly send: () => Promise<void>;
}

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, { completion, take, send }: Keys): void {
  // Somebody who composes Chinese presses Enter to choose a word, not to send.
  if (event.nativeEvent.isComposing) return;
  const { shown, active, point } = completion;
  const chosen = shown[active];
  const typed = event.currentTarget.value.trim();
  const keys = new Map<string, (() => void) | undefined>([
    ['ArrowDown', chosen && (() => point((active + 1) % shown.length))],
    ['ArrowUp', chosen && (() => point((active - 1 + shown.length) % shown.length))],
    ['Tab', chosen && (() => take(chosen.command))],
    ['Escape', chosen && completion.dismiss],
    [
      'Enter',
      event.shiftKey
        ? undefined
        : () => (chosen && chosen.command !== typed ? take(chosen.command) : void send()),
    ],
  ]);
  const act = keys.get(event.key);
  if (!act) return;
  event.preventDefault();
  act();
}

const MAX_HEIGHT_PX = 160;

function useFieldThatGrows(text: string, inThread: boolean) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { put } = usePlace().draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, MAX_HEIGHT_PX)}px`;
  }, [text]);
  // A text that the guide put here is meant to be sent next.
  useEffect(() => {
    if (put > 0 && !inThread) field.current?.focus();
  }, [put, inThread]);
  return field;
}
