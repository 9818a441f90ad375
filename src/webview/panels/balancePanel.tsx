import { useMemo } from 'preact/hooks';
import type { BalanceSection, HorizonCourse } from '../../shared/dashboardProtocol';
import { ChartBox } from '../charts/chartBox';
import { courseChart } from '../charts/courseChart';
import { useActions } from '../context';
import { filled, labels } from '../labels';
import { DataTable, Panel, PlaceButton, StateIcon } from '../parts';

export function BalancePanel({ section }: { section: BalanceSection }) {
  return (
    <Panel
      id="balance"
      title={labels.balance.title}
      lead={section.missing ? `${section.window} ${section.missing}` : section.window}
      empty={section.empty}
    >
      <div class="horizons">
        {section.horizons.map((horizon) => (
          <Course key={horizon.id} horizon={horizon} section={section} />
        ))}
      </div>
      <DataTable id="balance-data" table={section.table} />
    </Panel>
  );
}

function Course({ horizon, section }: { horizon: HorizonCourse; section: BalanceSection }) {
  const { open } = useActions();
  const { weeks, highest, table } = section;
  const data = useMemo(
    () => ({
      horizon,
      weeks: weeks.map(({ label }) => label),
      // The last rows of the table are the weeks, its columns the horizons.
      texts: table.rows
        .slice(-weeks.length)
        .map((cells) => cells[1 + section.horizons.indexOf(horizon)]?.text ?? ''),
      highest,
    }),
    [section],
  );
  const { id, title, shareText, bandText, state, stateText, trendText, advice, summary, place } = horizon;
  return (
    <figure>
      <h3>
        <span class={`swatch ${id}`} aria-hidden="true" />
        {title}
      </h3>
      <p class="figures">
        <PlaceButton place={place} class="big">
          {shareText}
        </PlaceButton>
        <span class="state">
          <StateIcon state={state} />
          {stateText}
        </span>
        <span class="muted">{filled(labels.balance.band, bandText)}</span>
      </p>
      <ChartBox
        id={`course-${id}`}
        label={summary}
        data={data}
        configure={courseChart}
        onPick={(index) => {
          const at = weeks[index]?.place;
          if (at) open(at);
        }}
      />
      <figcaption class="muted">
        {advice && <p class="advice">{advice}</p>}
        {trendText}
      </figcaption>
    </figure>
  );
}
