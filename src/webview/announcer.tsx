import { useEffect, useRef, useState } from 'preact/hooks';
import type { Headline } from '../shared/dashboardProtocol';
import { filled, labels } from './labels';

/** Tells a screen reader which answers have changed; silent at first and about everything else. */
export function Announcer({ headlines }: { headlines: readonly Headline[] }) {
  const before = useRef(headlines);
  const [text, setText] = useState('');
  useEffect(() => {
    const changed = headlines.filter(
      ({ id, answer }) => before.current.find((headline) => headline.id === id)?.answer !== answer,
    );
    before.current = headlines;
    if (changed.length > 0)
      setText(changed.map(({ question, answer }) => filled(labels.announcement, question, answer)).join(' '));
  }, [headlines]);
  return (
    <p class="unseen" role="status">
      {text}
    </p>
  );
}
