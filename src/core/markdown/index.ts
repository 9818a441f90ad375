/**
 * The one door of this room: a scanner of Markdown, CommonMark with GFM’s tables and footnotes, that knows nothing of
 * books. Nothing else imports what lies beside this file, so that another scanner could take its place.
 */

export { pathLength, percentDecoded, wikiLink } from './bodyLinks';
export { decodedText } from './decodedText';
export { destinations } from './destinations';
export { collapseWhitespace } from './headingText';
export { BlockScanner } from './scanBlocks';
export { scanBody, scanBodyInSlices } from './scanBody';
export { isTaskText, taskWords } from './taskText';
