import type { BookName, DashboardModel } from '../shared/dashboardProtocol';
import { Announcer } from './announcer';
import { Headlines } from './headlines';
import { BalancePanel } from './panels/balancePanel';
import { BudgetPanel } from './panels/budgetPanel';
import { CompetitorPanel } from './panels/competitorPanel';
import { CoveragePanel } from './panels/coveragePanel';
import { CustomerPanel } from './panels/customerPanel';
import { DatePanel } from './panels/datePanel';
import { PredictionPanel } from './panels/predictionPanel';
import { TimePanel } from './panels/timePanel';
import { TrustPanel } from './panels/trustPanel';

export type Shown =
  | {
      readonly book: BookName;
      readonly books: readonly BookName[];
      readonly day: string;
      readonly model: DashboardModel;
    }
  | { readonly model: undefined };

interface AppProps {
  readonly shown: Shown | undefined;
  readonly onChoose: (book: BookName) => void;
}

export function App({ shown, onChoose }: AppProps) {
  if (!shown) return null;
  if (!shown.model) {
    return (
      <main class="page">
        <h1>Status Book Dashboard</h1>
        <p class="empty">There is no status book in this workspace any more.</p>
      </main>
    );
  }
  const { book, books, day, model } = shown;
  return (
    <div class="page">
      <header class="top">
        <div>
          <h1>{book.title}</h1>
          <p class="muted">{day}</p>
        </div>
        {books.length > 1 && <BookPicker book={book} books={books} onChoose={onChoose} />}
      </header>
      <main>
        <Headlines headlines={model.headlines} />
        <Announcer headlines={model.headlines} />
        <div class="panels">
          <BalancePanel section={model.balance} />
          <DatePanel section={model.dates} />
          <CompetitorPanel section={model.competitors} />
          <BudgetPanel section={model.budgets} />
          <TimePanel section={model.time} />
          <TrustPanel section={model.trust} />
          <CustomerPanel section={model.customers} />
          <PredictionPanel section={model.predictions} />
          <CoveragePanel section={model.coverage} />
        </div>
      </main>
    </div>
  );
}

function BookPicker({
  book,
  books,
  onChoose,
}: Omit<AppProps, 'shown'> & { book: BookName; books: readonly BookName[] }) {
  return (
    <label class="picker">
      <span>Book</span>
      <select
        value={book.root}
        onChange={({ currentTarget }) => {
          const chosen = books.find(({ root }) => root === currentTarget.value);
          if (chosen) onChoose(chosen);
        }}
      >
        {books.map(({ root, title }) => (
          <option key={root} value={root}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
