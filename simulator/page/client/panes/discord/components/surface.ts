import { createContext, useContext } from 'react';
import type { Raw } from '../world/control.ts';
import type { Attachment } from '../world/wire.ts';

/** A message whose components somebody operates. */
export interface Surface {
  /** Resolves when the app has answered. A button when there is no value, else a menu. */
  readonly act: (customId: string, value?: Raw) => Promise<void>;
  /** The file that a component names as `attachment://…`. */
  readonly fileNamed: (name: string) => Attachment | undefined;
}

const NOWHERE: Surface = { act: async () => undefined, fileNamed: () => undefined };

export const SurfaceContext = createContext<Surface>(NOWHERE);

export const useSurface = (): Surface => useContext(SurfaceContext);
