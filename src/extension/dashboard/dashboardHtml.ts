import type { DashboardLabels } from '../../shared/dashboardProtocol';

/** What the page needs: where it finds its files, who may serve them, and its words. */
export interface DashboardAssets {
  /** A BCP 47 tag: that of the labels, and of all else that is sent to the page. */
  readonly language: string;
  readonly labels: DashboardLabels;
  readonly script: string;
  readonly styles: readonly string[];
  /** The source of the webview's own files, for its policy. */
  readonly cspSource: string;
  /** Unguessable, and new for each page. */
  readonly nonce: string;
}

/**
 * The page of the dashboard: an empty one, which its script fills. Its policy lets in one script and the style
 * sheets of the extension; no picture, no font, no frame, no connection. Its labels are handed to the script as data.
 */
export function dashboardHtml({
  language,
  labels,
  script,
  styles,
  cspSource,
  nonce,
}: DashboardAssets): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}; base-uri 'none'; form-action 'none';`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(labels.title)}</title>
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
</head>
<body>
<div id="dashboard" data-labels="${escaped(JSON.stringify(labels))}"><p class="loading" role="status">${escaped(labels.loading)}</p></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
