import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether an element is wider than what it scrolls in; follows both as they change. */
export function useIsWider(content: RefObject<HTMLElement | null>): boolean {
  const [isWider, setIsWider] = useState(false);
  useEffect(() => {
    const inner = content.current;
    const outer = inner?.parentElement;
    if (!inner || !outer) return undefined;
    // One pixel is the rounding of a scaled screen.
    const look = (): void => setIsWider(inner.offsetWidth > outer.clientWidth + 1);
    const observer = new ResizeObserver(look);
    observer.observe(inner);
    observer.observe(outer);
    return () => observer.disconnect();
  }, [content]);
  return isWider;
}
