import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PeerTime {
  readonly name: string;
  readonly version: string;
  /** Milliseconds of one run as a whole process, by pages. */
  readonly times: Readonly<Record<number, number>>;
  /** Why there is nothing, or not all. */
  readonly failure?: string;
}

interface Peer {
  readonly name: string;
  /** With exact versions; the first one is what the table names. */
  readonly packages: readonly string[];
  /** The program's file in the folder of its packages. */
  readonly program: string;
  /** Runs at the larger size only where all is asked for. */
  readonly isSlow?: boolean;
  /** Written before the first run. */
  configure?(home: string): void;
  arguments(folder: string, home: string): readonly string[];
}

const foam = {
  packages: ['foam-cli@0.46.0'],
  program: 'node_modules/foam-cli/out/index.js',
};

const peers: readonly Peer[] = [
  { name: 'foam-cli, list notes', ...foam, arguments: (folder) => ['list', 'notes', '--workspace', folder] },
  { name: 'foam-cli, lint', ...foam, isSlow: true, arguments: (folder) => ['lint', '--workspace', folder] },
  {
    name: 'markdownlint-cli2',
    // Later ones want a newer Node than this project does.
    packages: ['markdownlint-cli2@0.22.0'],
    program: 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs',
    arguments: () => ['**/*.md'],
  },
  {
    name: 'remark-cli with remark-lint-frontmatter-schema',
    packages: ['remark-cli@12.0.1', 'remark-lint-frontmatter-schema@3.15.4', 'remark-frontmatter@5.0.0'],
    program: 'node_modules/remark-cli/cli.js',
    isSlow: true,
    configure: writeRemarkSettings,
    arguments: (folder, home) => [
      folder,
      '--rc-path',
      join(home, 'remarkrc.mjs'),
      '--no-stdout',
      '--no-color',
    ],
  },
];

/** A small schema: this plugin compiles the schema anew for each page, and ours for all page types would take it minutes. */
function writeRemarkSettings(home: string): void {
  const date = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
  const schema = {
    type: 'object',
    required: ['type'],
    properties: { type: { type: 'string' }, title: { type: 'string' }, date, reviewed: date, updated: date },
  };
  const settings = `import frontmatter from 'remark-frontmatter';
import frontmatterSchema from 'remark-lint-frontmatter-schema';
export default { plugins: [frontmatter, [frontmatterSchema, { embed: ${JSON.stringify(schema)} }]] };
`;
  writeFileSync(join(home, 'remarkrc.mjs'), settings);
}

export interface PeerOptions {
  /** Pages and folders, from small to large. */
  readonly books: readonly { readonly size: number; readonly folder: string }[];
  /** A folder for what is installed. */
  readonly temporary: string;
  readonly all: boolean;
}

/** Installs the peers and runs each once for each book, at the smallest one once before that. */
export function measurePeers({ books, temporary, all }: PeerOptions): PeerTime[] {
  const homes = new Map<string, string>();
  return peers.map((peer) => {
    const [main = ''] = peer.packages;
    const version = main.slice(main.lastIndexOf('@') + 1);
    const times: Record<number, number> = {};
    console.log(`${peer.name} …`);
    try {
      const home = homes.get(main) ?? install(peer, join(temporary, `peer-${homes.size}`));
      homes.set(main, home);
      peer.configure?.(home);
      const [smallest] = books;
      if (smallest) run(peer, smallest.folder, home);
      for (const { size, folder } of books) {
        if (!peer.isSlow || all || size <= 1000) times[size] = run(peer, folder, home);
      }
      return { name: peer.name, version, times };
    } catch (error) {
      return {
        name: peer.name,
        version,
        times,
        failure: error instanceof Error ? error.message : String(error),
      };
    }
  });
}

function install({ packages }: Peer, home: string): string {
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...packages];
  const { status, error } = spawnSync('npm', npm, {
    cwd: home,
    stdio: 'ignore',
    shell: process.platform === 'win32',
    timeout: 300_000,
  });
  if (error || status !== 0) throw new Error('could not be installed');
  return home;
}

/**
 * @returns milliseconds
 * @throws when it says nothing, stops by a signal, or by a stack trace
 */
function run(peer: Peer, folder: string, home: string): number {
  const log = join(home, 'output');
  const output = openSync(log, 'w');
  const start = performance.now();
  const { status, error } = spawnSync(
    process.execPath,
    [join(home, peer.program), ...peer.arguments(folder, home)],
    { cwd: folder, stdio: ['ignore', output, output] },
  );
  const time = performance.now() - start;
  closeSync(output);
  if (error || status === null) throw new Error('ended by itself');
  if (statSync(log).size === 0) throw new Error('said nothing');
  const said = readFileSync(log, 'utf8').slice(0, 4000);
  const trace = /^(?:\w*Error\b.*|.*\bCannot .*)$/m.exec(said);
  if (trace && /^\s+at .*\d+:\d+\)?$/m.test(said)) throw new Error(`failed: ${trace[0]}`);
  return time;
}
