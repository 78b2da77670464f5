import { createContext, useContext } from 'react';
import { DEFAULT_ZONE } from '#model/time.ts';

/** IANA zone of the open book; a case with its own zone gives its own below it. */
export const ZoneContext = createContext(DEFAULT_ZONE);

/** The zone in which times are shown and typed here. */
export function useZone(): string {
  return useContext(ZoneContext);
}
