/** Where the webview finds its files, and who may serve them. */
export interface DashboardAssets {
  readonly script: string;
  readonly styles: readonly string[];
  /** The source of the webview's own files, for its policy. */
  readonly cspSource: string;
  /** Unguessable, and new for each page. */
  readonly nonce: string;
}

/**
 * The page of the dashboard: an empty one, which its script fills. Its policy lets in one script and the style
 * sheets of the extension; no picture, no font, no frame, no connection.
 */
export function dashboardHtml({ script, styles, cspSource, nonce }: DashboardAssets): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}; base-uri 'none'; form-action 'none';`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Status Book Dashboard</title>
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
</head>
<body>
<div id="dashboard"><p class="loading" role="status">Reading the book…</p></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
