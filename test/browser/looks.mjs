// Functions that run in the window, on its elements: how things look there.

/** @param {HTMLElement} element */
export function colourOf(element) {
  return getComputedStyle(element).color;
}

/**
 * What decorations write behind the texts of an editor, with its colour.
 *
 * @param {HTMLElement} editor
 * @returns {{ text: string, colour: string }[]}
 */
export function textsBehind(editor) {
  return [...editor.querySelectorAll('.view-line span')].flatMap((span) => {
    const { content, color } = getComputedStyle(span, '::after');
    return content === 'none' || content === 'normal' ? [] : [{ text: JSON.parse(content), colour: color }];
  });
}
