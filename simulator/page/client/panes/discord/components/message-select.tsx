import { useState } from 'react';
import { objectsAt, stringAt } from '../../../../../common/json.ts';
import type { ComponentProps } from './any-component.tsx';
import { Menu } from './menu.tsx';
import { mostOf } from './options.ts';
import { useSurface } from './surface.ts';

/** A menu on a message acts at once; one that takes several acts when it is left. */
export function MessageSelect({ component }: ComponentProps) {
  const surface = useSurface();
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    objectsAt(component, 'options')
      .filter((option) => option.default === true)
      .map((option) => stringAt(option, 'value') ?? ''),
  );
  const [changed, setChanged] = useState(false);
  const customId = stringAt(component, 'custom_id') ?? '';
  const many = mostOf(component) > 1;
  const choose = (values: readonly string[]) => {
    setChosen(values);
    if (many) setChanged(true);
    else void surface.act(customId, values);
  };
  const left = () => {
    if (!changed) return;
    setChanged(false);
    void surface.act(customId, chosen);
  };
  return (
    <div className="dc-row-wide">
      <Menu component={component} chosen={chosen} choose={choose} left={left} />
    </div>
  );
}
