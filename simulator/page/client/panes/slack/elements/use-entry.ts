import { useState } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import type { Raw } from '../world/control.ts';
import { actionIdOf, blockIdOf, type ElementProps } from './element.ts';
import { useSurface } from './surface.ts';

export interface Entry<T extends Raw> {
  readonly value: T;
  readonly set: (value: T) => void;
}

/**
 * What somebody puts into an element. It stands at once here and is told to the stand-in behind: nobody else writes
 * into an open form, so being ahead of the server is safe. `read` takes the first value from Slack's state.
 */
export function useEntry<T extends Raw>(
  { element, block }: Pick<ElementProps, 'element' | 'block'>,
  read: (state: JsonObject | undefined) => T,
): Entry<T> {
  const surface = useSurface();
  const ref = { on: surface.ref, blockId: blockIdOf(block), actionId: actionIdOf(element) };
  const [value, setValue] = useState(() => read(surface.valueOf(ref.blockId, ref.actionId)));
  // An input only keeps; the same element in an actions block acts at once, and so does one that asks for dispatch.
  const keeps = block.type === 'input' && block.dispatch_action !== true;
  const set = (next: T) => {
    setValue(next);
    if (keeps) surface.enter(ref, next);
    else void surface.act(ref, next);
  };
  return { value, set };
}
