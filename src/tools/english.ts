import { Words } from '../core/words/words';

/** The documentation is in English. */
export const english = new Words();
