import type * as vscode from 'vscode';
import { type Text, t } from '../../core/model/message';
import { capitalised } from '../../core/model/texts';
import { pickOne } from '../ui/questions';

/** One of a few, kept for the workspace. */
export class Choice<T extends string> {
  constructor(
    private readonly memory: vscode.Memento,
    private readonly key: string,
    private readonly values: readonly T[],
    private readonly fallback: T,
  ) {}

  get value(): T {
    const kept = this.memory.get<unknown>(this.key);
    return this.values.find((value) => value === kept) ?? this.fallback;
  }

  /** Lets the user choose anew; false where it stays as it was. */
  async ask(title: Text, words: (value: T) => Text): Promise<boolean> {
    const { value: current } = this;
    const rows = this.values.map((value) => ({
      label: capitalised(words(value)),
      description: value === current ? t`shown now` : '',
      value,
    }));
    const picked = await pickOne(rows, { title });
    if (picked === undefined || picked === current) return false;
    await this.memory.update(this.key, picked);
    return true;
  }
}
