import { useEffect, useRef } from 'react';
import { useLanguage } from '../../../../language/language.ts';
import type { Combobox } from '../../../shared/draw/combobox.ts';
import { TextObject } from '../../text/text-object.tsx';
import type { OptionItem } from '../element.ts';

interface OptionListProps {
  readonly id: string;
  readonly box: Combobox<OptionItem>;
  readonly chosen: readonly string[];
  readonly take: (option: OptionItem) => void;
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
    <div ref={list} id={id} className="sl-options" role="listbox">
      {box.shown.length === 0 && <p className="sl-options-none">{t('modal.noOptions')}</p>}
      {box.shown.map((option, index) => (
        <Row
          key={option.value}
          {...{ id, option, index, take }}
          heading={option.group === box.shown[index - 1]?.group ? undefined : option.group}
          active={index === box.active}
          chosen={chosen.includes(option.value)}
          point={box.point}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly option: OptionItem;
  readonly index: number;
  readonly heading: string | undefined;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly take: (option: OptionItem) => void;
  readonly point: (index: number) => void;
}

function Row({ id, option, index, heading, active, chosen, take, point }: RowProps) {
  return (
    <>
      {heading && <div className="sl-options-group">{heading}</div>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys and names the active option. */}
      <div
        id={`${id}-${index}`}
        className={active ? 'sl-option sl-option-active' : 'sl-option'}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        data-index={index}
        onMouseDown={(event) => event.preventDefault()}
        onMouseEnter={() => point(index)}
        onClick={() => take(option)}
      >
        <span className="sl-option-words">
          <TextObject of={option.text} />
          {option.description && (
            <span className="sl-choice-help">
              <TextObject of={option.description} />
            </span>
          )}
        </span>
        {chosen && <span aria-hidden="true">✓</span>}
      </div>
    </>
  );
}
