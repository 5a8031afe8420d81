import { useId } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import { stringAt } from '../../../../../common/json.ts';
import { useLanguage } from '../../../language/language.ts';
import { useCombobox } from '../../shared/draw/combobox.ts';
import { useSeat } from '../world/screen.ts';
import { OptionList } from './option-list.tsx';
import { mostOf, type Option, optionsOf } from './options.ts';

interface MenuProps {
  readonly component: JsonObject;
  readonly chosen: readonly string[];
  readonly choose: (values: readonly string[]) => void;
  /** When a menu that takes several is left. */
  readonly left?: () => void;
  readonly inputId?: string;
  readonly described?: string | undefined;
}

/** Discord's select: one choice closes it, several stay as tags until it is left. */
export function Menu({ component, chosen, choose, left, inputId, described }: MenuProps) {
  const { t } = useLanguage();
  const ownId = useId();
  const id = inputId ?? ownId;
  const options = optionsOf(component, useSeat().screen);
  const many = mostOf(component) > 1;
  const take = ({ value }: Option) => {
    if (!many) {
      choose([value]);
      box.setOpen(false);
    } else if (chosen.includes(value)) choose(chosen.filter((one) => one !== value));
    else if (chosen.length < mostOf(component)) choose([...chosen, value]);
  };
  const box = useCombobox(options, take);
  const picked = options.filter(({ value }) => chosen.includes(value));
  const single = many ? undefined : picked[0]?.label;
  return (
    <div className="dc-select">
      {many &&
        picked.map((option) => (
          <span key={option.value} className="dc-tag">
            {option.label}
            <button
              type="button"
              aria-label={t('modal.remove', { name: option.label })}
              onClick={() => take(option)}
            >
              ×
            </button>
          </span>
        ))}
      <input
        id={id}
        ref={box.field}
        className={single === undefined ? 'dc-select-field' : 'dc-select-field dc-select-filled'}
        role="combobox"
        aria-expanded={box.open}
        aria-controls={`${id}-list`}
        aria-activedescendant={box.open ? `${id}-list-${box.active}` : undefined}
        aria-describedby={described}
        autoComplete="off"
        disabled={component.disabled === true}
        placeholder={single ?? stringAt(component, 'placeholder') ?? t('discord.select')}
        value={box.query}
        onClick={() => box.setOpen(true)}
        onBlur={() => {
          box.setOpen(false);
          left?.();
        }}
        onChange={(event) => box.search(event.target.value)}
        onKeyDown={box.onKeyDown}
      />
      {box.open && <OptionList id={`${id}-list`} box={box} chosen={chosen} take={take} />}
    </div>
  );
}
