import type { TimeSection } from '../../shared/dashboardProtocol';
import { labels } from '../labels';
import { DataTable, Panel, PlaceButton } from '../parts';

const horizons = ['daily', 'short', 'long'] as const;

export function TimePanel({ section }: { section: TimeSection }) {
  return (
    <Panel id="time" title={labels.time.title} empty={section.empty}>
      <ul class="key" aria-hidden="true">
        {horizons.map((id) => (
          <li key={id}>
            <span class={`swatch ${id}`} />
            {labels.time.horizons[id]}
          </li>
        ))}
      </ul>
      <ul class="bars" id="time-bars" aria-label={section.summary}>
        {section.bars.map(({ id, title, horizon, horizonTitle, text, length, place }) => (
          <li key={id}>
            <span class="name">
              <PlaceButton place={place}>{title}</PlaceButton>
              <span class="unseen">, {horizonTitle}, </span>
            </span>
            <span class="track" aria-hidden="true">
              <span class={`bar ${horizon}`} style={{ width: `${length * 100}%` }} />
            </span>
            <span class="value">{text}</span>
          </li>
        ))}
      </ul>
      <DataTable id="time-data" table={section.table} />
    </Panel>
  );
}
