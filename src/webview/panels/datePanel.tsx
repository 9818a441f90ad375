import type { DateSection } from '../../shared/dashboardProtocol';
import { DataTable, Panel, PlaceButton, StateIcon } from '../parts';

export function DatePanel({ section }: { section: DateSection }) {
  return (
    <Panel id="dates" title="Due and coming up" empty={section.empty}>
      <div class="date-groups">
        {section.groups.map(({ title, state, items, more }) => (
          <div class="date-group" key={title}>
            <h3>
              {state === 'attention' && <StateIcon state={state} />}
              {title}
            </h3>
            <ul class="dates-list">
              {items.map(({ day, text, kind, place }) => (
                <li key={`${place.path}:${place.line}:${kind}`}>
                  <span class="day">{day}</span>
                  <PlaceButton place={place}>{text}</PlaceButton>
                  <span class="muted">{kind}</span>
                </li>
              ))}
            </ul>
            {more && <p class="muted">{more}</p>}
          </div>
        ))}
      </div>
      <DataTable id="dates-data" table={section.table} />
    </Panel>
  );
}
