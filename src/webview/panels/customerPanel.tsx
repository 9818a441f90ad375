import type { CustomerSection, PagePlace } from '../../shared/dashboardProtocol';
import { ChartBox } from '../charts/chartBox';
import { backlogChart, sentimentChart } from '../charts/customerCharts';
import { useActions } from '../context';
import { labels } from '../labels';
import { CellText, DataTable, Panel } from '../parts';

export function CustomerPanel({ section }: { section: CustomerSection }) {
  const { open } = useActions();
  const openAt = (places: readonly (PagePlace | null)[]) => (index: number) => {
    const place = places[index];
    if (place) open(place);
  };
  return (
    <Panel id="customers" title={labels.customers.title} lead={section.backlogText} empty={section.empty}>
      <div class="pair">
        <figure>
          <h3>{labels.customers.backlog}</h3>
          <ChartBox
            id="backlog-chart"
            label={section.backlogSummary}
            data={section}
            configure={backlogChart}
            onPick={openAt(section.backlogPlaces)}
          />
          <figcaption class="muted">{labels.customers.backlogNote}</figcaption>
        </figure>
        <figure>
          <h3>{labels.customers.sentiment}</h3>
          <ChartBox
            id="sentiment-chart"
            label={section.sentimentSummary}
            data={section}
            configure={sentimentChart}
            onPick={openAt(section.sentimentPlaces)}
          />
          <figcaption class="muted">{labels.customers.sentimentNote}</figcaption>
        </figure>
      </div>
      {section.open.length > 0 && (
        <>
          <h3>{labels.customers.heaviest}</h3>
          <ul class="plain-list heaviest">
            {section.open.map((cell) => (
              <li key={cell.place?.path}>
                <CellText cell={cell} />
              </li>
            ))}
          </ul>
        </>
      )}
      <DataTable id="customers-data" table={section.table} />
    </Panel>
  );
}
