/** A rule of `no-restricted-syntax`. */
interface Restriction {
  readonly selector: string;
  readonly message: string;
}

/** The members of the VS Code API that show a text, and the classes that hold one. */
export const showing = [
  "showInformationMessage",
  "showWarningMessage",
  "showErrorMessage",
  "showQuickPick",
  "showInputBox",
  "showOpenDialog",
  "showSaveDialog",
  "showWorkspaceFolderPick",
  "createQuickPick",
  "createInputBox",
  "createOutputChannel",
  "createStatusBarItem",
  "createTerminal",
  "createTreeView",
  "createWebviewPanel",
  "registerTreeDataProvider",
  "setStatusBarMessage",
  "withProgress",
  "Diagnostic",
  "Hover",
  "MarkdownString",
  "TreeItem",
];

/** The properties of its objects that are shown. */
const shown = [
  "accessibilityInformation",
  "description",
  "detail",
  "label",
  "message",
  "placeholder",
  "prompt",
  "title",
  "tooltip",
  "validationMessage",
];

const throughUi =
  "Text may come from outside: show it through src/ui, which makes it safe; see docs/security.md.";

/** In src/ outside src/ui: text reaches VS Code only through src/ui, where each kind of place makes it safe. */
export const shownText: readonly Restriction[] = [
  `MemberExpression[property.name=/^(${showing.join("|")})$/]`,
  `MemberExpression[property.value=/^(${showing.join("|")})$/]`,
  `ObjectPattern > Property[key.name=/^(${showing.join("|")})$/]`,
  `ImportDeclaration[source.value="vscode"] > ImportSpecifier`,
  `AssignmentExpression > MemberExpression.left[property.name=/^(${shown.join("|")})$/]`,
  `CallExpression[callee.property.name="executeCommand"] > Literal[value=/^vscode\\.(changes|diff)$/]`,
].map((selector) => ({ selector, message: throughUi }));

/** In src/ outside what asks a person: nobody else says that a person confirmed something. */
export const confirmations: readonly Restriction[] = [
  ...[`ImportSpecifier[imported.name="confirmedBy"]`, `MemberExpression[property.name="confirmedBy"]`].map(
    (selector) => ({
      selector,
      message: "Only what asks a person makes a confirmation; see docs/security.md.",
    }),
  ),
  {
    selector: `NewExpression[callee.name="OwnCall"]`,
    message: "Call runCommand for a person who pressed a button; see docs/security.md.",
  },
];
