import { useEffect, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { usePlace } from '../window/current.ts';
import { PlusIcon } from '../window/icons.tsx';
import { move } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import type { DiscordChannel } from '../world/wire.ts';
import { CommandLine } from './command/command-line.tsx';
import { type Filled, fromLine, type Leaf } from './command/leaf.ts';
import { TextLine } from './text-line.tsx';
import { useLeaves } from './use-leaves.ts';
import { useSending } from './use-sending.ts';

interface Composing {
  readonly leaf: Leaf;
  readonly filled: Filled;
}

/** Where somebody writes: words, or a command with its options once one was picked. */
export function Composer({ channel }: { readonly channel: DiscordChannel }) {
  const { t } = useLanguage();
  const { control, userId } = useSeat();
  const leaves = useLeaves(channel);
  const sending = useSending(channel);
  const [composing, setComposing] = useState<Composing>();
  const [wasComposing, setWasComposing] = useState(false);
  const compose = (next: Composing | undefined) => {
    setWasComposing(true);
    setComposing(next);
  };
  usePut((text) => {
    const found = fromLine(leaves, text);
    if (found) compose(found);
    return found !== undefined;
  }, leaves.length > 0);
  const attach = async (files: FileList | null) => {
    for (const file of files ?? []) {
      sending.setRemark(t('composer.uploading', { name: file.name }));
      const { refused } = await control.upload(userId, file, channel.id);
      sending.setRemark(refused && t('composer.failed', { reason: refused.message }));
    }
  };
  return (
    <div className="dc-composer">
      {sending.remark && (
        <p className="dc-composer-remark" role="status">
          {sending.remark}
        </p>
      )}
      <div className="dc-composer-box">
        <label className="dc-icon-button" title={t('composer.attach')}>
          <PlusIcon />
          <input
            type="file"
            multiple
            className="visually-hidden"
            aria-label={t('composer.attach')}
            onChange={(event) => void attach(event.target.files)}
          />
        </label>
        {composing ? (
          <CommandLine
            key={composing.leaf.name}
            {...composing}
            channel={channel}
            leave={() => compose(undefined)}
            send={async (command) => {
              if (await sending.command(command)) compose(undefined);
            }}
          />
        ) : (
          <TextLine
            channel={channel}
            leaves={leaves}
            pick={(leaf) => compose({ leaf, filled: {} })}
            send={sending.text}
            focused={wasComposing}
          />
        )}
      </div>
    </div>
  );
}

/** A command that the guide puts here is picked at once, as if somebody had typed and taken it. */
function usePut(take: (text: string) => boolean, ready: boolean): void {
  const { userId } = useSeat();
  const { put, text } = usePlace().draft;
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    if (!ready || put === taken) return;
    setTaken(put);
    if (take(text)) move(userId, { draft: { text: '', put } });
  }, [put, taken, text, take, ready, userId]);
}
