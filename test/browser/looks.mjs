// Functions that run in the window, on its elements: how things look there.

/** @param {HTMLElement} element */
export function colourOf(element) {
  return getComputedStyle(element).color;
}
