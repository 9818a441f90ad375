import { useRef, useState } from 'preact/hooks';
import type { CoverageItem, Matrix, MatrixCell } from '../../shared/dashboardProtocol';
import { useActions } from '../context';
import { labels } from '../labels';
import { CellText, PlaceButton, StateIcon } from '../parts';
import { useIsWider } from '../wider';

type Spot = readonly [row: number, column: number];

const steps: Readonly<Record<string, Spot>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Products against segments or regions. One stop of the Tab key; the arrow keys move between its cells. */
export function MatrixGrid({ matrix }: { matrix: Matrix }) {
  const grid = useRef<HTMLTableElement>(null);
  const isWider = useIsWider(grid);
  // By name rather than by place, so that they stay with their cell when products come and go.
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState('');
  const current = spotNamed(matrix, wanted) ?? firstSpot(matrix);
  const shownSpot = spotNamed(matrix, shown);
  const shownCell = shownSpot && cellAt(matrix, shownSpot);

  const move = (event: KeyboardEvent, from: Spot): void => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const to = nextSpot(matrix, from, step);
    if (!to) return;
    setWanted(nameOf(matrix, to));
    grid.current?.querySelector<HTMLElement>(`[data-spot="${to.join()}"]`)?.focus();
  };

  return (
    <div class="matrix">
      <h3>{matrix.title}</h3>
      <p class="muted">{matrix.summary}</p>
      {isWider && <p class="sideways">{matrix.sideways}</p>}
      <div class="scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys move in it, as in a grid */}
        <table role="grid" aria-label={`${matrix.title}. ${matrix.summary}`} ref={grid}>
          <thead>
            <tr>
              <td />
              {matrix.columns.map((column) => (
                <th key={column.place?.path} scope="col">
                  <CellText cell={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ product, cells }, row) => (
              <tr key={product.place?.path}>
                <th scope="row">
                  <CellText cell={product} />
                </th>
                {cells.map((cell, column) => (
                  <td key={matrix.columns[column]?.place?.path}>
                    {cell ? (
                      <button
                        type="button"
                        class="cell"
                        data-spot={`${row},${column}`}
                        aria-expanded={cell === shownCell}
                        title={cell.label}
                        tabIndex={row === current[0] && column === current[1] ? 0 : -1}
                        onKeyDown={(event) => move(event, [row, column])}
                        onFocus={() => setWanted(nameOf(matrix, [row, column]))}
                        onClick={() => setShown(cell === shownCell ? '' : nameOf(matrix, [row, column]))}
                      >
                        <Pips cell={cell} />
                      </button>
                    ) : (
                      <span class="muted" title={labels.coverage.notOfferedHint}>
                        ·<span class="unseen">{labels.coverage.notOffered}</span>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {matrix.more && <p class="muted">{matrix.more}</p>}
      {shownCell && <CellDetail cell={shownCell} />}
    </div>
  );
}

/** One mark for each kind of page; their letters are drawn by the style sheet, the words are for screen readers. */
function Pips({ cell }: { cell: MatrixCell }) {
  return (
    <>
      <span class="unseen">{cell.label}</span>
      {cell.items.map(({ kind, title, place }) => (
        <span
          key={kind}
          class={place ? 'pip' : 'pip missing'}
          data-letter={title.charAt(0)}
          aria-hidden="true"
        />
      ))}
    </>
  );
}

function cellAt(matrix: Matrix, [row, column]: Spot): MatrixCell | null | undefined {
  return matrix.rows[row]?.cells[column];
}

/** The next cell in a direction that holds something. */
function nextSpot(matrix: Matrix, from: Spot, [down, right]: Spot): Spot | undefined {
  let [row, column] = from;
  for (;;) {
    row += down;
    column += right;
    const cell = cellAt(matrix, [row, column]);
    if (cell === undefined) return undefined;
    if (cell) return [row, column];
  }
}

function firstSpot(matrix: Matrix): Spot {
  for (const [row, { cells }] of matrix.rows.entries()) {
    const column = cells.findIndex((cell) => cell !== null);
    if (column >= 0) return [row, column];
  }
  return [0, 0];
}

function nameOf(matrix: Matrix, [row, column]: Spot): string {
  return `${matrix.rows[row]?.product.place?.path}\n${matrix.columns[column]?.place?.path}`;
}

function spotNamed(matrix: Matrix, name: string): Spot | undefined {
  const [product, market] = name.split('\n');
  const row = matrix.rows.findIndex((candidate) => candidate.product.place?.path === product);
  const column = matrix.columns.findIndex(({ place }) => place?.path === market);
  return row >= 0 && column >= 0 && cellAt(matrix, [row, column]) ? [row, column] : undefined;
}

/** The pages behind a cell, and what to write where there is none. */
function CellDetail({ cell }: { cell: MatrixCell }) {
  return (
    <div class="cell-detail" role="status">
      <h4>{cell.label}</h4>
      <ul class="plain-list">
        {cell.items.map((item) => (
          <li key={item.kind}>
            <StateIcon state={item.place ? 'good' : 'attention'} />
            <ItemLink item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ItemLink({ item: { text, place, action } }: { item: CoverageItem }) {
  const { run } = useActions();
  if (place) return <PlaceButton place={place}>{text}</PlaceButton>;
  return (
    <>
      {text}{' '}
      {action && (
        <button type="button" class="link offer" onClick={() => run(action)}>
          {action.title}
        </button>
      )}
    </>
  );
}
