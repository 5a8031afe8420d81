import { useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { TextObject } from '../text/text-object.tsx';
import { actionIdOf, blockIdOf, type ElementProps, optionItems } from './element.ts';
import { useSurface } from './surface.ts';

/** The three dots. */
export function Overflow({ element, block }: ElementProps) {
  const { t } = useLanguage();
  const surface = useSurface();
  const [open, setOpen] = useState(false);
  const take = (value: string) => {
    setOpen(false);
    void surface.act({ on: surface.ref, blockId: blockIdOf(block), actionId: actionIdOf(element) }, value);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus left.
    <span
      className="sl-overflow"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}
    >
      <button
        type="button"
        className="sl-button sl-button-icon"
        aria-label={t('button.menu')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <span className="sl-menu" role="menu">
          {optionItems(element).map((option) => (
            <button key={option.value} type="button" role="menuitem" onClick={() => take(option.value)}>
              <TextObject of={option.text} />
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
