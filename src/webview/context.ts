import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Action, Place } from '../shared/dashboardProtocol';

/** What every part of the dashboard can do. */
export interface Doings {
  /** Opens a page; in an editor beside where a modifier key is held. */
  open(
    place: Place,
    event?: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean },
  ): void;
  run(action: Action): void;
  /** Whether something that folds is open, and the wish that it be. */
  isOpen(id: string): boolean;
  setOpen(id: string, isOpen: boolean): void;
}

export const DoingsContext = createContext<Doings | undefined>(undefined);

export function useDoings(): Doings {
  const doings = useContext(DoingsContext);
  if (!doings) throw new Error('Parts of the dashboard are shown within it alone.');
  return doings;
}
