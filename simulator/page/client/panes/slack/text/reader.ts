import { createContext, useContext } from 'react';
import type { DateReader } from '../../shared/draw/dates.ts';

/** Whose eyes a text is drawn for: names for ids, dates in their zone. */
export interface Reader extends DateReader {
  readonly userId: string;
  readonly nameOf: (userId: string) => string | undefined;
  readonly channelNamed: (channelId: string) => string | undefined;
}

const NOBODY: Reader = {
  userId: '',
  locale: 'en-US',
  zone: 'UTC',
  nowMs: 0,
  nameOf: () => undefined,
  channelNamed: () => undefined,
};

export const ReaderContext = createContext<Reader>(NOBODY);

export const useReader = (): Reader => useContext(ReaderContext);
