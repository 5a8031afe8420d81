import { useEffect, useRef } from 'react';
import { useLanguage } from '../../../language/language.ts';
import type { SlashCommand } from '../world/wire.ts';
import type { Completion } from './completion.ts';

interface CommandListProps {
  readonly id: string;
  readonly completion: Completion;
  readonly take: (command: string) => void;
}

export function CommandList({ id, completion, take }: CommandListProps) {
  const { t } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const { shown, active, point } = completion;
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="sl-commands">
      <div className="sl-commands-head">
        <span>{t('composer.commands')}</span>
        <span>{t('composer.keys')}</span>
      </div>
      <div ref={list} id={id} className="sl-commands-list" role="listbox" aria-label={t('composer.commands')}>
        {shown.map((command, index) => (
          <Row key={command.command} {...{ id, command, index, take, point }} active={index === active} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly command: SlashCommand;
  readonly index: number;
  readonly active: boolean;
  readonly take: (command: string) => void;
  readonly point: (index: number) => void;
}

function Row({ id, command, index, active, take, point }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the composer has the keys and names the active command.
    <div
      id={`${id}-${index}`}
      className={active ? 'sl-command sl-command-active' : 'sl-command'}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      data-index={index}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => point(index)}
      onClick={() => take(command.command)}
    >
      <span className="sl-command-name">
        <strong>{command.command}</strong> {command.usage_hint}
      </span>
      <span className="sl-command-help">{command.description}</span>
    </div>
  );
}
