import { useMemo } from 'react';
import { inOrder } from '../../shared/world/in-order.ts';
import type { Surface } from '../elements/surface.ts';
import type { SlackControl } from '../world/control.ts';
import { useSeat } from '../world/screen.ts';
import type { SlackView } from '../world/wire.ts';

export function useViewSurface(view: SlackView, kind: 'modal' | 'home'): Surface {
  const { control, userId } = useSeat();
  const { id, state, errors } = view;
  return useMemo(
    () => viewSurface({ control, userId, kind, id, state, errors }),
    [control, userId, kind, id, state, errors],
  );
}

interface Parts extends Pick<SlackView, 'id' | 'state' | 'errors'> {
  readonly control: SlackControl;
  readonly userId: string;
  readonly kind: 'modal' | 'home';
}

function viewSurface({ control, userId, kind, id, state, errors }: Parts): Surface {
  return {
    ref: { viewId: id },
    kind,
    valueOf: (blockId, actionId) => state.values[blockId]?.[actionId],
    errors,
    act: (element, value) => inOrder(() => control.act(userId, element, value)),
    enter: (element, value) => void inOrder(() => control.input(userId, element, value)),
    upload: (file) => control.upload(userId, file),
  };
}
