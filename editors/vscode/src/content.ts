// Texts that the server alone has: the WIT of packages in binary form, and the explanations of diagnostics.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

/** Shows the server's texts as read-only documents. */
export function registerContent(
  context: vscode.ExtensionContext,
  client: () => LanguageClient | undefined,
): void {
  const provider: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent(uri) {
      const params = { uri: uri.toString() };
      const content = await client()?.sendRequest<{ text: string }>("workspace/textDocumentContent", params);
      return content?.text ?? "";
    },
  };
  for (const scheme of ["wit-binary", "witc-explain"]) {
    context.subscriptions.push(vscode.workspace.registerTextDocumentContentProvider(scheme, provider));
  }
}

/** Opens the explanation of a code beside the text. */
export async function explain(code: string): Promise<void> {
  const uri = vscode.Uri.parse(`witc-explain:/${code}.md`);
  await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
}
