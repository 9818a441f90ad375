import type { Promises, TrustSection } from '../../shared/dashboardProtocol';
import { DataTable, Panel, PlaceButton, StateIcon } from '../parts';

export function TrustPanel({ section }: { section: TrustSection }) {
  return (
    <Panel id="trust" title="Promises kept" lead={section.summary} empty={section.empty}>
      <table class="trust-table" id="trust-chart">
        <caption class="unseen">
          Share of the promises of the last 90 days that were kept on the first promised day
        </caption>
        <thead>
          <tr>
            <th scope="col">Department</th>
            <th scope="col">They to you</th>
            <th scope="col">You to them</th>
          </tr>
        </thead>
        <tbody>
          {section.departments.map(({ department, toMe, fromMe }) => (
            <tr key={department}>
              <th scope="row">{department}</th>
              <td>
                <Direction promises={toMe} />
              </td>
              <td>
                <Direction promises={fromMe} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <DataTable id="trust-data" table={section.table} />
    </Panel>
  );
}

function Direction({ promises }: { promises: Promises | undefined }) {
  if (!promises) return <span class="muted">none due</span>;
  const { kept, all, text, state, place } = promises;
  return (
    <span class="direction">
      <span class="track" aria-hidden="true">
        <span class={`bar ${state}`} style={{ width: `${(kept / all) * 100}%` }} />
      </span>
      <span class="state">
        <StateIcon state={state} isSpoken={state === 'attention'} />
        <PlaceButton place={place}>{text}</PlaceButton>
      </span>
    </span>
  );
}
