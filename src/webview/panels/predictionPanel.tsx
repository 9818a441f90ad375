import type { PredictionSection } from '../../shared/dashboardProtocol';
import { calibrationChart } from '../charts/calibrationChart';
import { ChartBox } from '../charts/chartBox';
import { useActions } from '../context';
import { DataTable, Panel } from '../parts';

export function PredictionPanel({ section }: { section: PredictionSection }) {
  const { open } = useActions();
  return (
    <Panel
      id="predictions"
      title="Predictions of competitors’ moves"
      lead={section.text}
      empty={section.empty}
    >
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
        <figcaption class="muted">Above the line we were too careful, below it too sure.</figcaption>
      </figure>
      <DataTable id="predictions-data" table={section.table} />
    </Panel>
  );
}
