import type { Promises, TrustSection } from '../../shared/dashboardProtocol';
import { labels } from '../labels';
import { DataTable, Panel, PlaceButton, StateIcon } from '../parts';

export function TrustPanel({ section }: { section: TrustSection }) {
  return (
    <Panel id="trust" title={labels.trust.title} lead={section.summary} empty={section.empty}>
      <table class="trust-table" id="trust-chart">
        <caption class="unseen">{labels.trust.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.trust.department}</th>
            <th scope="col">{labels.trust.toMe}</th>
            <th scope="col">{labels.trust.fromMe}</th>
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
  if (!promises) return <span class="muted">{labels.trust.noneDue}</span>;
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
