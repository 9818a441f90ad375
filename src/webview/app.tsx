import type { BookName, DashboardModel } from '../shared/dashboardProtocol';
import { Announcer } from './announcer';
import { Apart } from './apart';
import { Headlines } from './headlines';
import { labels } from './labels';
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
        <h1>{labels.title}</h1>
        <p class="empty">{labels.noBook}</p>
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
        <Apart>
          <Headlines headlines={model.headlines} />
        </Apart>
        <Announcer headlines={model.headlines} />
        <div class="panels">
          <Apart>
            <BalancePanel section={model.balance} />
          </Apart>
          <Apart>
            <DatePanel section={model.dates} />
          </Apart>
          <Apart>
            <CompetitorPanel section={model.competitors} />
          </Apart>
          <Apart>
            <BudgetPanel section={model.budgets} />
          </Apart>
          <Apart>
            <TimePanel section={model.time} />
          </Apart>
          <Apart>
            <TrustPanel section={model.trust} />
          </Apart>
          <Apart>
            <CustomerPanel section={model.customers} />
          </Apart>
          <Apart>
            <PredictionPanel section={model.predictions} />
          </Apart>
          <Apart>
            <CoveragePanel section={model.coverage} />
          </Apart>
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
      <span>{labels.book}</span>
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
