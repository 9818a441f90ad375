declare const STATUS_BOOK_BUILD: string | undefined;

/** Differs wherever the code differs that may find something else in the same files; set when the bundles are built. */
export const buildId = typeof STATUS_BOOK_BUILD === 'string' ? STATUS_BOOK_BUILD : 'unbuilt';
