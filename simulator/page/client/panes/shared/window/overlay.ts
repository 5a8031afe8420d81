import { createContext, useContext } from 'react';

/** The layer above one person's window: dialogs of one person never cover another's. */
export const OverlayContext = createContext<HTMLElement | null>(null);

export const useOverlay = (): HTMLElement | null => useContext(OverlayContext);
