import tseslint from "typescript-eslint";
import { importRules } from "./scripts/lint/importRules.ts";
import { confirmations, shownText } from "./scripts/lint/shownText.ts";
import { untranslated } from "./scripts/lint/untranslated.ts";

/** What comes from outside is shown as text, so nothing here makes markup of it or trusts it (docs/security.md). */
const onlyText = [
  "isTrusted",
  "supportHtml",
  "innerHTML",
  "outerHTML",
  "srcdoc",
  "setHTMLUnsafe",
  "insertAdjacentHTML",
  "createContextualFragment",
  "dangerouslySetInnerHTML",
].flatMap((name) =>
  [
    `AssignmentExpression > MemberExpression.left[property.name="${name}"]`,
    `AssignmentExpression > MemberExpression.left[property.value="${name}"]`,
    `CallExpression > MemberExpression.callee[property.name="${name}"]`,
    `ObjectExpression > Property[key.name="${name}"]`,
    `ObjectExpression > Property[key.value="${name}"]`,
    `JSXAttribute[name.name="${name}"]`,
  ].map((selector) => ({ selector, message: `What is shown is text; see docs/security.md. No ${name}.` })),
);

/** The rules on imports read a path; an expression has none. */
const literalImports = {
  selector: "ImportExpression[source.type!='Literal']",
  message: "What import() loads is written as a string.",
};

/** The files outside src/ui that decide whether a person confirmed something: by a row, or because nothing gets lost. */
const askingFiles = ["src/commands/runEntry.ts", "src/commands/ask/callOf.ts"];

export default tseslint.config(
  { ignores: ["dist", "out", "node_modules", ".vscode-test"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.json", "webview-ui/tsconfig.json", "test/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    // A comment in a file turns no rule off.
    linterOptions: { noInlineConfig: true },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/**", "webview-ui/**"],
    rules: { "no-restricted-syntax": ["error", ...onlyText, literalImports, ...untranslated] },
  },
  {
    files: ["src/**"],
    ignores: ["src/ui/**", "src/contributions.ts", ...askingFiles],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...onlyText,
        literalImports,
        ...shownText,
        ...confirmations,
        ...untranslated,
      ],
    },
  },
  {
    // Programs read these texts, or the English command line shows them.
    files: ["src/cli/**", "src/agents/**", "src/backend/sqlite/**"],
    rules: {
      "no-restricted-syntax": ["error", ...onlyText, literalImports, ...shownText, ...confirmations],
    },
  },
  {
    files: askingFiles,
    rules: { "no-restricted-syntax": ["error", ...onlyText, literalImports, ...shownText, ...untranslated] },
  },
  { files: ["**/*.{js,cjs}"], extends: [tseslint.configs.disableTypeChecked] },
  { files: ["scripts/**", "bench/**"], rules: { "no-console": "off" } },
  ...importRules,
);
