import { TabStops } from '../../edit/snippetText';
import { addDays } from '../../model/calendarDate';
import { type Text, t } from '../../model/message';
import type { MentionPlace, TaskPlace } from '../place';
import {
  behindLabel,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  listOf,
} from './completionItem';
import { dateItems } from './dateItems';
import { departmentItems } from './departments';

/** Days that a promise is given where nothing else is known. */
const usualDays = 7;

const dateNames: Readonly<Record<string, Text>> = {
  due: t`the day by which it is promised`,
  made: t`the day on which it was promised`,
  done: t`the day on which it was kept`,
  was: t`the day first promised, where it was re-dated`,
};

/** Who promises whom, and the dates of a task. */
export function tasksAt(place: TaskPlace, context: CompletionContext): CompletionList | undefined {
  const { range } = place;
  switch (place.part) {
    case 'from':
      return listOf(place.rest.trim() === '' ? promises(context) : mentions(context), range);
    case 'to':
      return listOf(mentions(context, place.rest.trim() === '' ? ': ' : ''), range);
    case 'date': {
      const isPast = place.dateName !== 'due' && place.dateName !== 'was';
      const { items, isIncomplete } = dateItems(place.text, context.today, isPast);
      return listOf(items, range, isIncomplete);
    }
    default:
      return dateNamesAt(place, context);
  }
}

/** A department that is mentioned in a text. */
export function mentionsAt({ range }: MentionPlace, { book }: CompletionContext): CompletionList {
  const items = departmentItems(book).map(({ newText }) => mention(newText));
  return listOf(items, range);
}

/** Whole commitments: who owes, what, until when. */
function promises({ book, today }: CompletionContext): CompletionItem[] {
  const due = addDays(today, usualDays);
  const names = departmentItems(book).map(({ newText }) => newText);
  const owedToMe = names.map((name): CompletionItem => {
    const stops = new TabStops();
    return {
      ...mention(name),
      labelDetail: behindLabel(t`owes you`),
      newText: `@${name}: ${stops.placeholder('what is promised')} due:${stops.placeholder(due)}`,
      isSnippet: true,
    };
  });
  const stops = new TabStops();
  const owedByMe: CompletionItem = {
    ...mention('me'),
    labelDetail: behindLabel(t`you owe a department`),
    newText: `@me -> @${stops.choice(names)}: ${stops.placeholder('what is promised')} due:${stops.placeholder(due)}`,
    isSnippet: true,
  };
  return [owedByMe, ...owedToMe];
}

function mentions({ book }: CompletionContext, end = ''): CompletionItem[] {
  return ['me', ...departmentItems(book).map(({ newText }) => newText)].map((name) => mention(name, end));
}

function mention(name: string, end = ''): CompletionItem {
  return {
    label: `@${name}`,
    ...(name === 'me' ? { labelDetail: behindLabel(t`you, the product manager`) } : {}),
    kind: 'department',
    newText: `@${name}${end}`,
  };
}

/** `due:` and its like; not after each word of a text, only when asked for or begun. */
function dateNamesAt(place: TaskPlace, { trigger }: CompletionContext): CompletionList | undefined {
  const names = Object.keys(dateNames).filter((name) => place.isCommitment || name === 'due');
  const isBegun = place.text !== '' && [...names, 'every'].some((name) => name.startsWith(place.text));
  if (trigger !== undefined && !isBegun) return undefined;
  const items = names
    .filter((name) => !place.dateNames.has(name))
    .map(
      (name): CompletionItem => ({
        label: `${name}:`,
        labelDetail: behindLabel(dateNames[name] ?? ''),
        kind: 'field',
        newText: `${name}:`,
        retrigger: true,
      }),
    );
  return listOf(place.dateNames.has('every') ? items : [...items, repetition], place.range);
}

const repetition: CompletionItem = {
  label: 'every:1w',
  labelDetail: behindLabel(t`repeat it every week; also 2d, 1m, 1q, 1y`),
  kind: 'field',
  newText: 'every:1w',
};
