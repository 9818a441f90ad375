import type { ComponentChildren } from 'preact';
import type { Cell, Empty, PagePlace, State, Table } from '../shared/dashboardProtocol';
import { useActions } from './context';
import { filled, labels } from './labels';

/** Every state has a shape of its own, so that none is told by colour alone. */
export function StateIcon({ state, isSpoken = true }: { state: State; isSpoken?: boolean }) {
  return (
    <span class={`icon ${state}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {state === 'good' && <path class="stroke" d="M2.5 8.5 6 12l7.5-8" />}
        {state === 'attention' && (
          <>
            <path class="stroke" d="M8 2 1.5 13.5h13z" />
            <path class="stroke" d="M8 6.5v3.2M8 11.2v.9" />
          </>
        )}
        {state === 'alarm' && (
          <>
            <path class="stroke" d="M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z" />
            <path class="stroke" d="M8 4.5v4.2M8 10.6v.9" />
          </>
        )}
        {state === 'unknown' && <circle class="stroke dashed" cx="8" cy="8" r="5.5" />}
      </svg>
      {isSpoken && <span class="unseen">{labels.states[state]} </span>}
    </span>
  );
}

interface PlaceButtonProps {
  readonly place: PagePlace | null | undefined;
  readonly class?: string;
  /** What a screen reader says instead of the content. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** Opens the page that something comes from; plain text where it comes from none. */
export function PlaceButton({ place, class: name = 'link', label, children }: PlaceButtonProps) {
  const { open } = useActions();
  if (!place) return <span class={`${name} plain`}>{children}</span>;
  return (
    <button
      type="button"
      class={name}
      title={filled(labels.open, place.path)}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onClick={(event) => open(place, event)}
    >
      {children}
    </button>
  );
}

export function CellText({ cell }: { cell: Cell }) {
  return (
    <>
      {cell.state && <StateIcon state={cell.state} />}
      {cell.place ? <PlaceButton place={cell.place}>{cell.text}</PlaceButton> : cell.text}
    </>
  );
}

interface PanelProps {
  readonly id: string;
  readonly title: string;
  /** One line below the title. */
  readonly lead?: ComponentChildren;
  readonly empty?: Empty | undefined;
  readonly children: ComponentChildren;
}

/** A card of the dashboard; with what to do where there is nothing to show. */
export function Panel({ id, title, lead, empty, children }: PanelProps) {
  const { run } = useActions();
  const action = empty?.action;
  return (
    <section class={`panel ${id}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {empty ? (
        <div class="empty">
          <p>{empty.text}</p>
          {action && (
            <button type="button" class="action" onClick={() => run(action)}>
              {action.title}
            </button>
          )}
        </div>
      ) : (
        <>
          {lead && <p class="lead muted">{lead}</p>}
          {children}
        </>
      )}
    </section>
  );
}

/** The data of a chart, folded away; its rows are there only while it is open. */
export function DataTable({
  id,
  table,
  title = labels.showTable,
}: {
  id: string;
  table: Table;
  title?: string;
}) {
  const { isOpen, setOpen } = useActions();
  return (
    <details class="data" open={isOpen(id)} onToggle={({ currentTarget }) => setOpen(id, currentTarget.open)}>
      <summary>
        {title}
        <span class="unseen">: {table.caption}</span>
      </summary>
      {isOpen(id) && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section class="scroll" tabIndex={0} aria-label={table.caption}>
          <table>
            <caption class="unseen">{table.caption}</caption>
            <thead>
              <tr>
                {table.columns.map(({ title, numeric }) => (
                  <th key={title} scope="col" class={numeric ? 'numeric' : ''}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <DataCell
                      key={table.columns[at]?.title}
                      cell={cell}
                      isFirst={at === 0}
                      isNumeric={table.columns[at]?.numeric}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

function DataCell({
  cell,
  isFirst,
  isNumeric,
}: {
  cell: Cell;
  isFirst: boolean;
  isNumeric: true | undefined;
}) {
  if (isFirst) {
    return (
      <th scope="row">
        <CellText cell={cell} />
      </th>
    );
  }
  return (
    <td class={isNumeric ? 'numeric' : ''}>
      <CellText cell={cell} />
    </td>
  );
}
