import { createContext, useContext } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import type { Answer, ElementRef, Raw, SurfaceRef } from '../world/control.ts';

/** A message or view whose elements somebody operates. */
export interface Surface {
  readonly ref: SurfaceRef;
  readonly kind: 'message' | 'modal' | 'home';
  /** What stands in an input, as Slack's state value; nothing in messages, where Slack keeps none. */
  readonly valueOf: (blockId: string, actionId: string) => JsonObject | undefined;
  /** By block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** A button, or a menu that acts at once. */
  readonly act: (element: ElementRef, value?: Raw) => Promise<Answer>;
  /** An input of a form: only remembered. */
  readonly enter: (element: ElementRef, value: Raw) => void;
  readonly upload: (file: File) => Promise<Answer>;
}

const NOWHERE: Surface = {
  ref: { viewId: '' },
  kind: 'message',
  valueOf: () => undefined,
  errors: {},
  act: async () => ({}),
  enter: () => undefined,
  upload: async () => ({}),
};

export const SurfaceContext = createContext<Surface>(NOWHERE);

export const useSurface = (): Surface => useContext(SurfaceContext);
