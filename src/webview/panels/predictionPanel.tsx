import type { PredictionSection } from '../../shared/dashboardProtocol';
import { calibrationChart } from '../charts/calibrationChart';
import { ChartBox } from '../charts/chartBox';
import { useActions } from '../context';
import { labels } from '../labels';
import { DataTable, Panel } from '../parts';

export function PredictionPanel({ section }: { section: PredictionSection }) {
  const { open } = useActions();
  return (
    <Panel id="predictions" title={labels.predictions.title} lead={section.text} empty={section.empty}>
      <figure>
        <ChartBox
          id="calibration-chart"
          label={section.summary}
          data={section}
          configure={calibrationChart}
          onPick={(index) => {
            const place = section.points[index]?.place;
            if (place) open(place);
          }}
        />
        <figcaption class="muted">{labels.predictions.note}</figcaption>
      </figure>
      <DataTable id="predictions-data" table={section.table} />
    </Panel>
  );
}
