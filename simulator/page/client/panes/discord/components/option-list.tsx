import { useEffect, useRef } from 'react';
import { useLanguage } from '../../../language/language.ts';
import type { Combobox } from '../../shared/draw/combobox.ts';
import type { Option } from './options.ts';

interface OptionListProps {
  readonly id: string;
  readonly box: Combobox<Option>;
  readonly chosen: readonly string[];
  readonly take: (option: Option) => void;
}

export function OptionList({ id, box, chosen, take }: OptionListProps) {
  const { t } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  // In braces: newer browsers answer a scroll with a promise, which React would take for a clean-up.
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${box.active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [box.active]);
  return (
    <div ref={list} id={id} className="dc-options" role="listbox">
      {box.shown.length === 0 && <p className="dc-options-none">{t('modal.noOptions')}</p>}
      {box.shown.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys and names the active option.
        <div
          key={option.value}
          id={`${id}-${index}`}
          className={index === box.active ? 'dc-option dc-option-active' : 'dc-option'}
          role="option"
          tabIndex={-1}
          aria-selected={chosen.includes(option.value)}
          data-index={index}
          onMouseDown={(event) => event.preventDefault()}
          onMouseEnter={() => box.point(index)}
          onClick={() => take(option)}
        >
          <span className="dc-option-words">
            <span>{option.label}</span>
            {option.description && <small>{option.description}</small>}
          </span>
          {chosen.includes(option.value) && <span aria-hidden="true">✓</span>}
        </div>
      ))}
    </div>
  );
}
