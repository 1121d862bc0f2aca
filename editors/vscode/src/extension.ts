// The extension: starts the language server and connects what the server alone can't do in this editor.

import * as vscode from "vscode";
import { LanguageClient, type ServerOptions } from "vscode-languageclient/node";
import { registerCommands } from "./commands";
import { registerContent } from "./content";
import { program, settings } from "./settings";

let client: LanguageClient | undefined;

/** Called by the editor when a WIT file is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const start = async (): Promise<void> => {
    await client?.stop();
    client = newClient();
    try {
      await client.start();
    } catch (error) {
      await explainFailure(error);
    }
  };
  registerContent(context, () => client);
  registerCommands(context, () => client);
  context.subscriptions.push(
    vscode.commands.registerCommand("witc.restart", start),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      // Another program is another server; the other settings it is told.
      if (event.affectsConfiguration("witc.path")) {
        await start();
      }
    }),
  );
  await start();
}

/** Called by the editor when it ends. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}

function newClient(): LanguageClient {
  const server: ServerOptions = { command: program(), args: ["lsp"] };
  return new LanguageClient("witc", "WIT", server, {
    documentSelector: [
      { scheme: "file", language: "wit" },
      { scheme: "untitled", language: "wit" },
      { scheme: "wit-binary", language: "wit" },
    ],
    initializationOptions: settings(),
    synchronize: { configurationSection: "witc" },
  });
}

async function explainFailure(error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const choice = await vscode.window.showErrorMessage(
    `\`${program()} lsp\` can't be started: ${reason}. Install witc, or set its path.`,
    "Open settings",
  );
  if (choice !== undefined) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "witc.path");
  }
}
