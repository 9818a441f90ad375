import { render } from 'preact';
import {
  type Action,
  type BookName,
  type DashboardModel,
  type HostMessage,
  type PagePlace,
  protocolVersion,
} from '../shared/dashboardProtocol';
import { App, type Shown } from './app';
import { ActionsContext, type DashboardActions } from './context';
import { Host } from './host';

/** Scrolling is kept when it pauses for so many milliseconds. */
const scrollPause = 200;

const host = new Host();
const root = document.getElementById('dashboard') as HTMLElement;
let shown: Shown | undefined;

const actions: DashboardActions = {
  open(place: PagePlace, event) {
    host.send({
      type: 'open',
      place,
      beside: event ? event.ctrlKey || event.metaKey || event.altKey : false,
    });
  },
  run({ command, type }: Action) {
    host.send({ type: 'run', command, ...(type === undefined ? {} : { pageType: type }) });
  },
  isOpen: (id) => host.state.open.includes(id),
  setOpen(id, isOpen) {
    if (isOpen === actions.isOpen(id)) return;
    const others = host.state.open.filter((other) => other !== id);
    host.keep({ open: isOpen ? [...others, id] : others });
    show();
  },
};

function choose(book: BookName): void {
  host.keep({ book: book.root });
  host.send({ type: 'choose', book: book.root });
}

function show(): void {
  render(
    <ActionsContext.Provider value={{ ...actions }}>
      <App shown={shown} onChoose={choose} />
    </ActionsContext.Provider>,
    root,
  );
}

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (data.version !== protocolVersion) return;
  const isFirst = shown === undefined;
  if (data.type === 'no-book') {
    shown = { model: undefined };
  } else {
    const { book, books, day, sections } = data;
    // The host sends what has changed; the first message holds everything.
    const model = { ...shown?.model, ...sections } as DashboardModel;
    shown = { book, books, day, model };
    host.keep({ book: book.root });
  }
  if (isFirst) root.replaceChildren();
  show();
  if (isFirst) window.scrollTo(0, host.state.scroll);
});

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(() => host.keep({ scroll: window.scrollY }), scrollPause);
});

const { book } = host.state;
host.send({ type: 'ready', ...(book === undefined ? {} : { book }) });
