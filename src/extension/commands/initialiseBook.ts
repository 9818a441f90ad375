import * as vscode from 'vscode';
import {
  currencyProblem,
  type NewBookOptions,
  namesIn,
  newBookFiles,
  type ProductState,
} from '../../core/edit/initBook';
import { type Text, t } from '../../core/model/message';
import { dailyType, fieldsOf } from '../../core/schema/schema';
import type { BookFiles } from '../books/bookFiles';
import type { Clock } from '../clock';
import type { PageEditor } from '../pageEditor';
import { inBackground } from '../ui/background';
import { chooseFolder } from '../ui/dialogs';
import { notify } from '../ui/messages';
import { askText, pickOne, type Row } from '../ui/questions';
import type { FirstLook } from './firstLook';
import { rowsOfEnum } from './valueInput';

interface Question {
  readonly prompt: Text;
  readonly placeHolder?: Text;
  readonly value?: string;
  readonly problem?: (answer: string) => Text | undefined;
}

const questions: Readonly<Record<'company' | 'manager' | 'currency' | 'products', Question>> = {
  company: { prompt: t`Your company or division. Press Enter to leave it out.` },
  manager: { prompt: t`Your name. Press Enter to leave it out.` },
  currency: { prompt: t`The currency of your budgets.`, value: 'EUR', problem: currencyProblem },
  products: {
    prompt: t`The products you look after, separated by commas. Each gets a status sheet; more can follow at any time.`,
    placeHolder: t`for instance: Aquelle RO 300, Aquelle CT 1`,
    problem: (answer) =>
      answer.trim() === '' || namesIn(answer).length > 0
        ? undefined
        : t`A product’s name needs a letter or a digit. Leave it empty to go on without.`,
  },
};

/** Makes a folder a status book, of the workspace or of the user’s choice, and opens its first log page. */
export class InitialiseBook {
  constructor(
    private readonly clock: Clock,
    private readonly editor: PageEditor,
    private readonly files: BookFiles,
    private readonly firstLook: FirstLook,
  ) {}

  async run(): Promise<void> {
    const folder = await pickFolder();
    if (!folder) return;
    const isOpen = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
    const bookPage = vscode.Uri.joinPath(folder, 'book.md');
    if (await this.files.exists(bookPage)) {
      if (!isOpen) return this.firstLook.open(folder, 'statusBook.openTodaysLog');
      await this.editor.show(bookPage, 0);
      inBackground(notify('information', t`This folder has a book.md already; nothing was changed.`));
      return;
    }
    const { today } = this.clock;
    const answers = await askAll();
    if (!answers) return;
    const wanted = newBookFiles({ today, ...answers }).map(({ path, text }) => ({
      uri: vscode.Uri.joinPath(folder, path),
      text,
    }));
    const missing: typeof wanted = [];
    for (const page of wanted) if (!(await this.files.exists(page.uri))) missing.push(page);
    await this.editor.createFiles(missing);
    if (isOpen) await this.editor.show(vscode.Uri.joinPath(folder, dailyType.folder, `${today}.md`));
    else await this.firstLook.open(folder, 'statusBook.openTodaysLog');
  }
}

/** A folder of the workspace; without one, a folder of the user’s choice. */
async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    const rows = folders.map(({ name, uri }) => ({
      icon: 'root-folder',
      label: name,
      description: uri.path,
      value: uri,
    }));
    return pickOne(rows, { title: t`Which folder becomes a status book?` });
  }
  if (folders[0]) return folders[0].uri;
  return chooseFolder(t`Choose or make a folder for your status book`, t`Use This Folder`);
}

/** Undefined where the user gives up. */
async function askAll(): Promise<Omit<NewBookOptions, 'today'> | undefined> {
  const answers: Record<string, string> = {};
  const entries = Object.entries(questions);
  for (const [index, [name, { prompt, placeHolder, value, problem }]] of entries.entries()) {
    const answer = await askText({
      title: t`New status book (${index + 1}/${entries.length})`,
      prompt,
      placeHolder,
      value,
      problem,
    });
    if (answer === undefined) return undefined;
    answers[name] = answer;
  }
  const { products = '', ...texts } = answers;
  const names = namesIn(products);
  const states = await askStates(names);
  return states && { ...texts, products: names, states };
}

/** Stands for going on without the answers that are left. */
const later = Symbol('later');

/** How the products stand, as far as the user wants to say it now; undefined where the user gives up. */
async function askStates(names: readonly string[]): Promise<Map<string, ProductState> | undefined> {
  const states = new Map<string, ProductState>();
  for (const name of names) {
    const stage = await askState(name, 'stage');
    if (stage === undefined) return undefined;
    const health = stage === later ? later : await askState(name, 'health');
    if (health === undefined) return undefined;
    if (stage === later || health === later) return states;
    states.set(name, { stage, health });
  }
  return states;
}

async function askState(name: string, field: keyof ProductState): Promise<string | typeof later | undefined> {
  const spec = fieldsOf('product').get(field);
  const rows: Row<string | typeof later>[] = spec?.value.kind === 'enum' ? rowsOfEnum(spec.value) : [];
  rows.push({ icon: 'edit', label: t`Fill in later`, value: later });
  return pickOne(rows, { title: `${name}: ${field}`, placeHolder: spec?.description ?? '', matchAll: true });
}
