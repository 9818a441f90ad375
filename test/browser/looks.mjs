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
