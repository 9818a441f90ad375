import type { BudgetCard, BudgetSection, Spending } from '../../shared/dashboardProtocol';
import { ChartBox } from '../charts/chartBox';
import { salesChart } from '../charts/salesChart';
import { useActions } from '../context';
import { labels } from '../labels';
import { DataTable, Panel, PlaceButton, StateIcon } from '../parts';

export function BudgetPanel({ section }: { section: BudgetSection }) {
  return (
    <Panel id="budgets" title={labels.budgets.title} empty={section.empty}>
      <ul class="key" aria-hidden="true">
        <li>
          <span class="line sold" />
          {labels.budgets.keySold}
        </li>
        <li>
          <span class="line forecast" />
          {labels.budgets.keyForecast}
        </li>
        <li>
          <span class="line planned" />
          {labels.budgets.keyPlanned}
        </li>
      </ul>
      <div class="budget-cards">
        {section.budgets.map((budget) => (
          <Card key={budget.place.path} budget={budget} />
        ))}
      </div>
      {section.more && <p class="muted">{section.more}</p>}
      <DataTable id="budgets-data" table={section.table} title={labels.budgets.showTable} />
    </Panel>
  );
}

function Card({ budget }: { budget: BudgetCard }) {
  const { open } = useActions();
  const { title, place, state, stateText, months, salesText, summary, spending, table } = budget;
  return (
    <figure>
      <h3>
        <PlaceButton place={place}>{title}</PlaceButton>
      </h3>
      <p class="state">
        <StateIcon state={state} />
        {stateText}
      </p>
      {months.length > 0 && (
        <ChartBox
          id={`sales-${place.path}`}
          label={summary}
          data={budget}
          configure={salesChart}
          onPick={() => open(place)}
        />
      )}
      <figcaption>{salesText}</figcaption>
      {spending && <SpendingBar spending={spending} />}
      {months.length > 0 && <DataTable id={`data-${place.path}`} table={table} />}
    </figure>
  );
}

function SpendingBar({ spending }: { spending: Spending }) {
  const { spent, planned, text, state, stateText } = spending;
  const full = Math.max(1, spent);
  return (
    <div class="spending">
      <span class="track" aria-hidden="true">
        <span class={`bar ${state}`} style={{ width: `${(spent / full) * 100}%` }} />
        {planned !== null && <span class="mark" style={{ left: `${(planned / full) * 100}%` }} />}
      </span>
      <p>
        <span class="state">
          <StateIcon state={state} />
          {stateText}
        </span>
        <span class="muted">{text}</span>
      </p>
    </div>
  );
}
