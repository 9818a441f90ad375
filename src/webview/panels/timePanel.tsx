import type { TimeSection } from '../../shared/dashboardProtocol';
import { DataTable, Panel, PlaceButton } from '../parts';

const horizons = [
  { id: 'daily', title: 'Daily' },
  { id: 'short', title: 'Short-term' },
  { id: 'long', title: 'Long-term' },
] as const;

export function TimePanel({ section }: { section: TimeSection }) {
  return (
    <Panel id="time" title="Where the time went" empty={section.empty}>
      <ul class="key" aria-hidden="true">
        {horizons.map(({ id, title }) => (
          <li key={id}>
            <span class={`swatch ${id}`} />
            {title}
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
