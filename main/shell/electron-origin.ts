/** Scheme of the page's address. */
export const SCHEME = 'app';
/** Scheme and host under which the page is served. */
export const ORIGIN = `${SCHEME}://vernebok`;
