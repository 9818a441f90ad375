import type { Cell, Headline } from '../shared/dashboardProtocol';
import { useActions } from './context';
import { labels } from './labels';
import { CellText, PlaceButton, StateIcon } from './parts';

/** Keeps a number and its unit on one line. */
function unbroken(text: string): string {
  return text.replace(/(\d) (%|M|k|days?)/g, '$1\u00a0$2');
}

/** The four answers that are read first. */
export function Headlines({ headlines }: { headlines: readonly Headline[] }) {
  return (
    <section aria-labelledby="headlines-title">
      <h2 id="headlines-title" class="unseen">
        {labels.headlines.title}
      </h2>
      <ul class="headlines">
        {headlines.map(({ id, question, answer, detail, state, place, rest, more }) => (
          <li key={id}>
            <PlaceButton place={place} class={`headline ${state}`}>
              <span class="question muted">{question}</span>
              <span class="answer">
                <StateIcon state={state} />
                <span>{unbroken(answer)}</span>
              </span>
              <span class="detail muted">{unbroken(detail)}</span>
            </PlaceButton>
            {rest && <Rest id={`headline-${id}`} title={more} cells={rest} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is meant by “and 3 more”, folded away. */
function Rest({ id, title, cells }: { id: string; title: string | undefined; cells: readonly Cell[] }) {
  const { isOpen, setOpen } = useActions();
  return (
    <details class="data" open={isOpen(id)} onToggle={({ currentTarget }) => setOpen(id, currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen(id) && (
        <ul class="plain-list">
          {cells.map((cell) => (
            <li key={cell.text}>
              <CellText cell={cell} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
