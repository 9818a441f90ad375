import type { DateItem, DateSection } from '../../shared/dashboardProtocol';
import { useActions } from '../context';
import { labels } from '../labels';
import { DataTable, Panel, PlaceButton, StateIcon } from '../parts';

export function DatePanel({ section }: { section: DateSection }) {
  return (
    <Panel id="dates" title={labels.dates.title} empty={section.empty}>
      <div class="date-groups">
        {section.groups.map(({ id, title, state, items, more, rest }) => (
          <div class="date-group" key={id}>
            <h3>
              {state === 'attention' && <StateIcon state={state} />}
              {title}
            </h3>
            <DateList items={items} />
            {more && <Rest id={`dates-${id}`} title={more} items={rest} />}
          </div>
        ))}
      </div>
      <DataTable id="dates-data" table={section.table} />
    </Panel>
  );
}

function DateList({ items }: { items: readonly DateItem[] }) {
  return (
    <ul class="dates-list">
      {items.map(({ day, text, kind, place }) => (
        <li key={`${place.path}:${place.line}:${kind}`}>
          <span class="day">{day}</span>
          <PlaceButton place={place}>{text}</PlaceButton>
          <span class="muted">{kind}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is beyond the first few, folded away. */
function Rest({ id, title, items }: { id: string; title: string; items: readonly DateItem[] }) {
  const { isOpen, setOpen } = useActions();
  return (
    <details class="data" open={isOpen(id)} onToggle={({ currentTarget }) => setOpen(id, currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen(id) && <DateList items={items} />}
    </details>
  );
}
