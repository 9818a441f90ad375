import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { typeIndexPath, typeIndexText } from '../../../src/tools/typeIndex';

const project = join(__dirname, '../../..');
/** The tables, what writes and checks what is derived from them, and all that is derived. */
const parts = [
  'README.md',
  'docs',
  'examples',
  'package.json',
  'snippets',
  'syntaxes',
  'tsconfig.json',
  'src/cli',
  'src/core',
  'src/extension',
  'src/manifest',
  'src/reading',
  'src/tools',
  'test/unit/docs',
  'test/unit/edit',
  'test/unit/schema',
  'test/unit/support',
];

/** A copy of the project to which files are added as a contributor would. */
export class ProjectCopy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'status-book-recipes-'));

  constructor() {
    for (const part of parts) cpSync(join(project, part), join(this.folder, part), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true });
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  /** Does what `npm run generate` does; the sources are made JavaScript once, for this and the tests. */
  generate(): void {
    this.write(typeIndexPath, typeIndexText(this.folder));
    const sources = ['src', 'test'].flatMap((part) =>
      readdirSync(join(this.folder, part), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(this.folder, part, file)),
    );
    buildSync({
      entryPoints: sources,
      outdir: this.folder,
      outbase: this.folder,
      format: 'cjs',
      target: 'node20',
      supported: { 'dynamic-import': false },
    });
    this.run('src/tools/generate.js');
  }

  /** Runs tests; throws with what they print where one fails. */
  test(...files: readonly string[]): void {
    this.run('node_modules/mocha/bin/mocha.js', '--no-config', '--no-package', '--reporter', 'dot', ...files);
  }

  private run(...words: readonly string[]): void {
    try {
      execFileSync(process.execPath, words, { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${words.join(' ')}\n${stdout}${stderr}`);
    }
  }
}
