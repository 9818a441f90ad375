import type { Headline } from '../shared/dashboardProtocol';
import { PlaceButton, StateIcon } from './parts';

/** Keeps a number and its unit on one line. */
function unbroken(text: string): string {
  return text.replace(/(\d) (%|M|k|days?)/g, '$1\u00a0$2');
}

/** The four answers that are read first. */
export function Headlines({ headlines }: { headlines: readonly Headline[] }) {
  return (
    <section aria-labelledby="headlines-title">
      <h2 id="headlines-title" class="unseen">
        At a glance
      </h2>
      <ul class="headlines">
        {headlines.map(({ id, question, answer, detail, state, place }) => (
          <li key={id}>
            <PlaceButton place={place} class={`headline ${state}`}>
              <span class="question muted">{question}</span>
              <span class="answer">
                <StateIcon state={state} />
                <span>{unbroken(answer)}</span>
              </span>
              <span class="detail muted">{unbroken(detail)}</span>
            </PlaceButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
