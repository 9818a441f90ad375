import { activities } from '../schema/activities';
import type { EnumKind, FieldSpec, NumberKind, ReferenceKind, ValueKind } from '../schema/kinds';

/** A snippet as VS Code’s `*.code-snippets` files have it. */
export interface Snippet {
  readonly prefix: string;
  /** Languages, separated by commas; front matter is YAML. */
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Today, as VS Code’s snippet variables give it. */
export const todayVariable = `${variable('CURRENT_YEAR')}-${variable('CURRENT_MONTH')}-${variable('CURRENT_DATE')}`;

export function variable(name: string): string {
  return `\${${name}}`;
}

/** The tab stops of one snippet in TextMate’s syntax, numbered as they are asked for. */
export class TabStops {
  private last = 0;

  /** A stop with a text that typing replaces. */
  placeholder(text: string): string {
    return this.stop(`:${text.replace(/[\\$}]/g, '\\$&')}`);
  }

  /** A stop that offers some values, the first of them filled in. */
  choice(values: readonly string[]): string {
    return this.stop(`|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|`);
  }

  /** A day in this year. */
  day(): string {
    return this.stop(`:${variable('CURRENT_YEAR')}-MM-DD`);
  }

  activity(): string {
    return this.choice(activities.map(({ id }) => id));
  }

  /** What stands behind the name of a field. */
  value(spec: FieldSpec): string {
    const kind = innermost(spec.value);
    const stop = this.scalar(kind, spec);
    return spec.value.kind === 'list' ? `[${stop}]` : stop;
  }

  private scalar(kind: ValueKind, { name, initial, description }: FieldSpec): string {
    switch (kind.kind) {
      case 'enum':
        return this.choice(valuesOf(kind, initial));
      case 'boolean':
        return this.choice(['true', 'false']);
      case 'date':
        if (initial === 'today') return todayVariable;
        return kind.past ? this.stop(`:${todayVariable}`) : this.day();
      case 'month':
        return this.stop(`:${variable('CURRENT_YEAR')}-${variable('CURRENT_MONTH')}`);
      case 'week':
        return this.stop(`:${variable('CURRENT_YEAR')}-Www`);
      case 'number':
        if (name === 'year') return this.stop(`:${variable('CURRENT_YEAR')}`);
        return this.placeholder(String(middleOf(kind)));
      case 'reference':
        return this.placeholder(`${hintOfTarget(kind)}id`);
      default:
        return this.placeholder(initial ?? proseHint(description));
    }
  }

  private stop(text: string): string {
    return `\${${++this.last}${text}}`;
  }
}

function innermost(kind: ValueKind): ValueKind {
  return kind.kind === 'list' ? innermost(kind.of) : kind;
}

/** A value that the field can take: half-way between its bounds, else zero. */
function middleOf({ minimum = 0, maximum = 0 }: NumberKind): number {
  const middle = (minimum + maximum) / 2;
  return maximum - minimum > 1 ? Math.floor(middle) : middle;
}

/** The values of a choice, the initial one first. */
function valuesOf({ values }: EnumKind, initial: FieldSpec['initial']): string[] {
  const all = values.map(({ value }) => value);
  return initial === undefined ? all : [initial, ...all.filter((value) => value !== initial)];
}

function hintOfTarget({ to }: ReferenceKind): string {
  if (to === 'any') return '';
  if (to === 'plan') return 'plan-';
  return `${to.length === 1 ? to.join() : 'page'}-`;
}

/** The first part of a field’s description as a text that YAML takes as it is. */
function proseHint(description: string): string {
  return (description.split(/[;.](?:\s|$)/, 1)[0] ?? '').replace(/[:#"'`[\]{}]/g, '');
}
