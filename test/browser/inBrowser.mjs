// What runs inside the browser: these functions are sent there as text, so each stands
// alone, without functions that have a name within it.

/**
 * Looks at the pixels of a picture.
 *
 * @param {string} picture a PNG in base64
 * @returns {Promise<{ painted: number, colours: number }>} the share of pixels that are not of the commonest colour, and
 *   how many colours there are
 */
export async function pixelsOf(picture) {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const total = data.length / 4;
  return { painted: 1 - Math.max(...counts.values()) / total, colours: counts.size };
}

/** The texts of the open tables below a selector, row by row, column titles first. */
export function tableTexts(selector) {
  const table = document.querySelector(selector);
  if (!table) return [];
  const shown = table.cloneNode(true);
  for (const unseen of shown.querySelectorAll('.unseen')) unseen.remove();
  return [...shown.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent.trim()),
  );
}

/** How wide the page is and how wide what it holds, in pixels. */
export function widths() {
  return { page: document.documentElement.clientWidth, content: document.documentElement.scrollWidth };
}

/**
 * Runs axe-core, which must have been put into the page, and names what is wrong.
 *
 * @param {string[]} [rules] the rules to check by, all where left out
 */
export async function violations(rules) {
  const { violations: found } = await globalThis.axe.run(document, {
    resultTypes: ['violations'],
    ...(rules ? { runOnly: rules } : {}),
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** What has the focus, as a screen reader would name it. */
export function focused() {
  const element = document.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
}

/** Everything that was loaded for the page. */
export function loaded() {
  return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.split('/').pop());
}
