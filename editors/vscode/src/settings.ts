// The settings of the user.

import * as vscode from "vscode";

/** The program `witc`. */
export function program(): string {
  return vscode.workspace.getConfiguration("witc").get("path", "witc");
}

/** What the server is told when it starts. Later changes go to it by themselves. */
export function settings(): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration("witc");
  const names = ["features", "allFeatures", "codeLenses", "inlayHints"];
  return Object.fromEntries(names.map((name) => [name, configuration.get(name)]));
}
