import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Action, PagePlace } from '../shared/dashboardProtocol';

/** What every part of the dashboard can do. */
export interface DashboardActions {
  /** Opens a page; in an editor beside where a modifier key is held. */
  open(
    place: PagePlace,
    event?: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean },
  ): void;
  run(action: Action): void;
  /** Whether something that folds is open, and the wish that it be. */
  isOpen(id: string): boolean;
  setOpen(id: string, isOpen: boolean): void;
}

export const ActionsContext = createContext<DashboardActions | undefined>(undefined);

export function useActions(): DashboardActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('Parts of the dashboard are shown within it alone.');
  return actions;
}
