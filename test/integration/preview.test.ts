import { assert } from 'chai';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { StatusBookApi } from '../../src/extension/extension';
import { activate, closeEditors, eventually, fileUri } from './support';

const path = 'competitors/purenorth.md';

async function extension(): Promise<vscode.Extension<StatusBookApi>> {
  const found = vscode.extensions.getExtension<StatusBookApi>('product-status-book.product-status-book');
  assert.exists(found);
  await found?.activate();
  await found?.exports.ready;
  return found as vscode.Extension<StatusBookApi>;
}

/** Renders a page as VS Code’s preview does: parsed without knowing its file, rendered with it. */
async function rendered(uri: vscode.Uri, text: string): Promise<string> {
  const md = (await extension()).exports.extendMarkdownIt(new MarkdownIt({ html: true }));
  return md.renderer.render(md.parse(text, {}), md.options, { currentDocument: uri });
}

describe('The Markdown preview', () => {
  before(activate);
  afterEach(closeEditors);

  it('gets a card, links and marks from the book that the page belongs to', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(path));
    const html = await rendered(document.uri, document.getText());
    assert.match(html, /^<section class="status-book-card"/);
    assert.include(html, 'high · reviewed 47 days ago');
    assert.match(html, /<a class="status-book-link" href="\.\.\/plans\/response-purenorth-price-cut\.md"/);
  });

  it('shows pages that lie in no book as any other Markdown', async () => {
    const text = '---\ntype: log\ndate: 2026-11-23\n---\n\n- 1h liaison: [[purenorth]]\n';
    const html = await rendered(vscode.Uri.parse('untitled:Untitled-1'), text);
    assert.notInclude(html, '<section');
    assert.include(html, '1h liaison: [[purenorth]]');
  });

  it('says what its style sheet is, in colours of the theme alone', async () => {
    const { extensionUri, packageJSON } = await extension();
    const [style] = packageJSON.contributes['markdown.previewStyles'];
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, style));
    const rules = new TextDecoder()
      .decode(bytes)
      .replace(/var\(--[\w-]+(?:, (?:var\(--[\w-]+(?:, [^()]*(?:\([^)]*\))?)?\)|[^()]*))?\)/g, '');
    assert.notMatch(rules, /#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\(/i);
  });

  // In a browser’s worker this extension is alone: there the Markdown extension runs on the server.
  if (typeof process === 'object') {
    it('is extended by the plugin', async () => {
      await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
      const document = await vscode.workspace.openTextDocument(fileUri(path));
      const html = await eventually(
        () => vscode.commands.executeCommand<string>('markdown.api.render', document),
        (shown) => shown.includes('status-book-card'),
      );
      assert.match(html, /class="status-book-card code-line" data-line="0"/);
      assert.notInclude(html, 'class="frontmatter"');
      assert.match(html, /<h1[^>]*id="purenorth"/);
    });
  }
});
