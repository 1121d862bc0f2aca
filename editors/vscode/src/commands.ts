// Commands: bindings, graphs, explanations, and the places that a code lens counts.

import { execFile } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { explain } from "./content";
import { program } from "./settings";

const LANGUAGES = [
  { label: "Rust", command: "rust" },
  { label: "C", command: "c" },
  { label: "C++", command: "cpp" },
];

/** Registers all commands but the one that restarts the server. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: () => LanguageClient | undefined,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand("witc.generate", generate),
    vscode.commands.registerCommand("witc.graph", graph),
    vscode.commands.registerCommand("witc.explain", askAndExplain),
    vscode.commands.registerCommand(
      "witc.showLocations",
      async (uri: string, position: ServerPosition, locations: ServerLocation[]) => {
        const convert = client()?.protocol2CodeConverter;
        if (convert === undefined) {
          return;
        }
        await vscode.commands.executeCommand(
          "editor.action.showReferences",
          convert.asUri(uri),
          convert.asPosition(position),
          locations.map((location) => convert.asLocation(location)),
        );
      },
    ),
  );
}

interface ServerPosition {
  line: number;
  character: number;
}

interface ServerLocation {
  uri: string;
  range: { start: ServerPosition; end: ServerPosition };
}

/** The folder of the package that the file in the editor belongs to. */
function packageFolder(): string | undefined {
  const file = vscode.window.activeTextEditor?.document.uri;
  if (file?.scheme !== "file") {
    void vscode.window.showWarningMessage("Open a WIT file first.");
    return undefined;
  }
  const folder = path.dirname(file.fsPath);
  // A dependency is looked at as a part of the package that has it.
  const parts = folder.split(path.sep);
  const deps = parts.indexOf("deps");
  return deps > 0 ? parts.slice(0, deps).join(path.sep) : folder;
}

async function generate(): Promise<void> {
  const folder = packageFolder();
  if (folder === undefined) {
    return;
  }
  const language = await vscode.window.showQuickPick(LANGUAGES, { title: "Bindings for which language?" });
  const target = language && (await vscode.window.showInputBox({
    title: "Which folder to write to?",
    value: path.join(path.dirname(folder), "gen"),
  }));
  if (language === undefined || target === undefined) {
    return;
  }
  // A task shows what the program says, errors among it, and can be run again.
  const execution = new vscode.ProcessExecution(program(), [language.command, folder, "--out-dir", target]);
  const task = new vscode.Task(
    { type: "witc", command: language.command },
    vscode.TaskScope.Workspace,
    `${language.label} bindings`,
    "witc",
    execution,
  );
  await vscode.tasks.executeTask(task);
}

async function graph(): Promise<void> {
  const folder = packageFolder();
  if (folder === undefined) {
    return;
  }
  try {
    const { stdout } = await promisify(execFile)(program(), ["graph", folder], { maxBuffer: 64 << 20 });
    const panel = vscode.window.createWebviewPanel(
      "witc.graph",
      `Graph of ${path.basename(folder)}`,
      vscode.ViewColumn.Beside,
    );
    const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    panel.webview.html =
      `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="${policy}"><body>${stdout}</body>`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`The graph can't be drawn: ${reason}`);
  }
}

async function askAndExplain(): Promise<void> {
  const code = await vscode.window.showInputBox({
    title: "Which code?",
    placeHolder: "W0101",
    validateInput: (text) => (/^W\d{4}$/.test(text) ? undefined : "A code is W and four digits."),
  });
  if (code !== undefined) {
    await explain(code);
  }
}
