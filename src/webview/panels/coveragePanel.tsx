import type { CoverageSection } from '../../shared/dashboardProtocol';
import { Panel } from '../parts';
import { MatrixGrid } from './matrixGrid';

export function CoveragePanel({ section }: { section: CoverageSection }) {
  return (
    <Panel
      id="coverage"
      title="Coverage"
      lead="Where we sell: is there a Sheet, a Plan, a Voice of the customer, a Competitor page and a Budget? Dashed is missing."
      empty={section.empty}
    >
      <div class="matrices">
        {section.matrices.map((matrix) => (
          <MatrixGrid key={matrix.title} matrix={matrix} />
        ))}
      </div>
    </Panel>
  );
}
