// Functions that run in the window, on its elements: how things look there.

/** @param {HTMLElement} element */
export function colourOf(element) {
  return getComputedStyle(element).color;
}

/**
 * The extension’s colours in the theme that is on, as `colourOf` tells colours.
 *
 * @param {HTMLElement} element
 * @param {readonly string[]} names
 */
export function themeColours(element, names) {
  const probe = element.ownerDocument.createElement('span');
  element.append(probe);
  const colours = names.map((name) => {
    probe.style.color = `var(--vscode-statusBook-${name})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return colours;
}

/**
 * The texts of elements, each with whether it has been looked at by this before: one that is drawn anew has not.
 *
 * @param {HTMLElement[]} elements
 */
export function seenTexts(elements) {
  return elements.map((element) => {
    const isSeen = element.dataset.seen !== undefined;
    element.dataset.seen = '';
    return { text: element.textContent ?? '', isSeen };
  });
}
