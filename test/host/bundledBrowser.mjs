// The headless shell of @sparticuz/chromium, unpacked once into the host's packages together with the libraries and the
// fonts that a bare machine may lack.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess } from './processes.mjs';

const modules = fileURLToPath(new URL('./node_modules', import.meta.url));
const packed = join(modules, '@sparticuz', 'chromium', 'bin');
const target = join(modules, '.browser');
const program = join(target, 'chromium');
const systemFonts = '/etc/fonts/fonts.conf';
const ownFonts = join(target, 'fonts.conf');

/** Whether the package has a browser for this machine. */
export const hasBundledBrowser = process.platform === 'linux' && process.arch === 'x64';

/** Unpacks the browser; part of the installation of the host. */
export async function unpackBrowser() {
  const { inflate } = await import('@sparticuz/chromium');
  await mkdir(target, { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = target; // the package unpacks into the temporary folder and nowhere else
  try {
    for (const archive of ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br']) {
      await inflate(join(packed, archive));
    }
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  const folders = `<dir>${join(target, 'fonts')}</dir><cachedir>${join(target, 'fonts-cache')}</cachedir>`;
  await writeFile(ownFonts, `<?xml version="1.0"?>\n<fontconfig>${folders}</fontconfig>\n`);
}

/**
 * The unpacked browser and the environment it needs here.
 *
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 */
export async function bundledBrowser() {
  /** @type {Record<string, string>} */
  const env = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  const { code } = await runProcess(program, ['--version']);
  if (code !== 0) env.LD_LIBRARY_PATH = join(target, 'al2023', 'lib');
  if (!existsSync(systemFonts)) env.FONTCONFIG_FILE = ownFonts;
  return { executablePath: program, env };
}
