import type { CoverageSection } from '../../shared/dashboardProtocol';
import { labels } from '../labels';
import { Panel } from '../parts';
import { MatrixGrid } from './matrixGrid';

export function CoveragePanel({ section }: { section: CoverageSection }) {
  return (
    <Panel id="coverage" title={labels.coverage.title} lead={labels.coverage.lead} empty={section.empty}>
      <ul class="key pips" aria-hidden="true">
        {section.kinds.map(({ kind, title }) => (
          <li key={kind}>
            <span class="pip" data-letter={title.charAt(0)} />
            {title}
          </li>
        ))}
        <li>
          <span class="pip missing" data-letter="–" />
          {labels.coverage.missing}
        </li>
        <li>
          <span class="not-offered">·</span>
          {labels.coverage.notOffered}
        </li>
      </ul>
      <div class="matrices">
        {section.matrices.map((matrix) => (
          <MatrixGrid key={matrix.title} matrix={matrix} />
        ))}
      </div>
    </Panel>
  );
}
