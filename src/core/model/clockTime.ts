/** Minutes of a day; 1440 is its end, `24:00`. */
export const minutesPerDay = 24 * 60;

/**
 * A time as logs have it, from minutes after the midnight that begins the log’s day: `9:05`, `24:00` for the day’s end,
 * `0:30>` for half an
 * hour into the next day, `<23:30` for half an hour before the day.
 */
export function clockText(minutes: number): string {
  if (minutes < 0) return `<${elapsedText(minutes + minutesPerDay)}`;
  const ofDay = minutes > minutesPerDay ? minutes - minutesPerDay : minutes;
  return `${elapsedText(ofDay)}${minutes > minutesPerDay ? '>' : ''}`;
}

/** `0:42` from minutes; hours go on beyond a day. */
export function elapsedText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
