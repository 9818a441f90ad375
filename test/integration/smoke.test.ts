import { assert } from 'chai';
import * as vscode from 'vscode';

const extensionId = 'product-status-book.product-status-book';

describe('The extension in VS Code', () => {
  it('is present', () => {
    assert.exists(vscode.extensions.getExtension(extensionId));
  });

  it('activates in a workspace with a book', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    await extension?.activate();
    assert.isTrue(extension?.isActive);
  });

  it('runs in the host that its manifest names', () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON;
    assert.strictEqual(typeof process === 'object' ? 'main' in manifest : !('main' in manifest), true);
  });
});
