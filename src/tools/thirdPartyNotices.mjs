import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { init } from 'license-checker-rseidelsohn';
import satisfies from 'spdx-satisfies';

/** Licences that allow to ship what is under them, with their text, beside code under MIT. */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];

const readLicences = promisify(init);

/**
 * The packages that the inputs of bundles come from.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} project the folder that the paths in them are from
 * @returns {string[]} their names with versions, as `yaml@2.9.1`, in order
 */
export function bundledPackages(metafiles, project) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const path of Object.keys(inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
      if (folder) folders.add(folder);
    }
  }
  const ids = [...folders].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(project, folder, 'package.json'), 'utf8'));
    return `${name}@${version}`;
  });
  return [...new Set(ids)].sort();
}

/**
 * The licences of all packages in some bundles, with their copyrights and texts.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} project the folder of the project
 * @returns {Promise<string>}
 * @throws when the licence of a package is missing, or is not one of those that are allowed
 */
export async function thirdPartyNotices(metafiles, project) {
  const found = await readLicences({ start: project, customFormat: { licenseText: '', repository: '' } });
  const own = readFileSync(join(project, 'LICENSE'), 'utf8');
  const mit = own.slice(own.indexOf('Permission is hereby granted'));
  const parts = bundledPackages(metafiles, project).map((id) => notice(id, found[id], mit));
  return `${[
    'Product Status Book is under the MIT licence. It contains these packages, each under its own licence:',
    ...parts,
  ].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * @param {string} id
 * @param {import('license-checker-rseidelsohn').ModuleInfo | undefined} info
 * @param {string} mit the words of the MIT licence, for packages that only name it
 */
function notice(id, info, mit) {
  const licence = String(info?.licenses ?? '');
  if (!isAllowed(licence)) {
    throw new Error(
      `The licence of ${id} is “${licence}”, which is not one of ${allowedLicences.join(', ')}. Look for another package, or add the licence in src/tools/thirdPartyNotices.mjs if it may be shipped.`,
    );
  }
  const found = info?.licenseText?.trim() ?? '';
  const isWhole = /licen[cs]e|copying/i.test(basename(info?.licenseFile ?? ''));
  if (!isWhole && (licence !== 'MIT' || !/copyright/i.test(found)))
    throw new Error(`${id} has no file with its licence. Look for another package.`);
  const text = isWhole ? found : `${copyrightIn(found)}\n\n${mit.trim()}`;
  return [`${id}: ${licence}`, ...(info?.repository ? [info.repository] : []), '', text].join('\n');
}

/** @param {string} licence */
function isAllowed(licence) {
  try {
    return satisfies(licence, allowedLicences);
  } catch {
    return false;
  }
}

/** @param {string} text */
function copyrightIn(text) {
  return text
    .split('\n')
    .filter((line) => /copyright/i.test(line))
    .join('\n')
    .trim();
}
