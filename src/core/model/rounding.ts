/**
 * A number rounded half up on its decimal digits, negative ones as their opposite: 0.575 · 100 is 57.5 and rounds to 58,
 * although its binary fraction lies below. The one place where figures are rounded to be read.
 */
export function rounded(value: number, digits = 0): number {
  const scale = 10 ** digits;
  const decimal = Number((Math.abs(value) * scale).toPrecision(14));
  const size = Math.floor(decimal + 0.5) / scale;
  return value < 0 && size > 0 ? -size : size;
}
