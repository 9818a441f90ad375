import { Words } from '../../../src/core/words/words';

/** Says texts as an English reader sees them. */
export const english = new Words();
