import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

export type ThemeKind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

export interface Theme {
  readonly name: string;
  readonly kind: ThemeKind;
  /** As `#rrggbb`; where the theme leaves it out, VS Code’s default for its kind. */
  readonly backgrounds: Readonly<Record<Background, string>>;
}

/** What the extension’s colours are shown on: in views, in editors, and on the cards of the dashboard. */
export type Background = 'sideBar.background' | 'editor.background' | 'editorWidget.background';

interface ThemeFile {
  readonly include?: string;
  readonly colors?: Readonly<Record<string, string>>;
}

const kinds: Readonly<Record<string, ThemeKind>> = {
  vs: 'light',
  'vs-dark': 'dark',
  'hc-black': 'highContrast',
  'hc-light': 'highContrastLight',
};

/** As VS Code registers them (`registerColor`). */
const defaults: Readonly<Record<Background, Readonly<Record<ThemeKind, string>>>> = {
  'sideBar.background': {
    dark: '#252526',
    light: '#F3F3F3',
    highContrast: '#000000',
    highContrastLight: '#FFFFFF',
  },
  'editor.background': {
    dark: '#1E1E1E',
    light: '#FFFFFF',
    highContrast: '#000000',
    highContrastLight: '#FFFFFF',
  },
  'editorWidget.background': {
    dark: '#252526',
    light: '#F3F3F3',
    highContrast: '#0C141F',
    highContrastLight: '#FFFFFF',
  },
};

/** The colour themes that VS Code brings along, from their files. */
export function builtInThemes(extensions: string): Theme[] {
  return readdirSync(extensions)
    .filter((name) => name.startsWith('theme-'))
    .flatMap((name) => themesOf(join(extensions, name)));
}

function themesOf(folder: string): Theme[] {
  const { contributes } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    contributes?: { themes?: readonly { id?: string; label: string; uiTheme: string; path: string }[] };
  };
  return (contributes?.themes ?? []).map(({ id, label, uiTheme, path }) => {
    const kind = kinds[uiTheme] ?? 'dark';
    const colors = colorsOf(join(folder, path));
    const of = (background: Background): string =>
      (colors[background] ?? defaults[background][kind]).slice(0, 7);
    return {
      name: id ?? label,
      kind,
      backgrounds: {
        'sideBar.background': of('sideBar.background'),
        'editor.background': of('editor.background'),
        'editorWidget.background': of('editorWidget.background'),
      },
    };
  });
}

function colorsOf(path: string): Readonly<Record<string, string>> {
  // Theme files are JSON with comments; the built ones hold none.
  const { include, colors } = parse(readFileSync(path, 'utf8')) as ThemeFile;
  return { ...(include === undefined ? {} : colorsOf(join(dirname(path), include))), ...colors };
}

type Rgb = readonly [number, number, number];

function linear(hex: string): Rgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2’s contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** How people without one kind of cones see linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
export const sights: Readonly<Record<string, readonly Rgb[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The distance of two colours in OKLab as somebody sees them; 0.02 is just noticed side by side. */
export function distance(one: string, other: string, sight: readonly Rgb[]): number {
  const [a, b] = [okLab(seen(one, sight)), okLab(seen(other, sight))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function seen(hex: string, sight: readonly Rgb[]): Rgb {
  const rgb = linear(hex);
  return sight.map(([red, green, blue]) =>
    Math.min(1, Math.max(0, red * rgb[0] + green * rgb[1] + blue * rgb[2])),
  ) as unknown as Rgb;
}

function okLab([red, green, blue]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
