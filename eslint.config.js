import tseslint from "typescript-eslint";

/** Imports point one way: webview-ui → model ← backend, scheduler ← views, wizard, commands ← extension.ts. */
const mayNotImport = (files, ...group) => ({
  files,
  rules: {
    "no-restricted-imports": [
      "error",
      { patterns: [{ group, message: "Imports point one way; see CONTRIBUTING.md, Layout." }] },
    ],
  },
});

const outerLayers = [
  "**/views/**",
  "**/wizard/**",
  "**/details/**",
  "**/comparison/**",
  "**/commands/**",
  "**/extension.ts",
];

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
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  { files: ["src/**", "webview-ui/**"], rules: { "no-restricted-syntax": ["error", ...onlyText] } },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
  { files: ["scripts/**", "bench/**"], rules: { "no-console": "off" } },
  mayNotImport(["src/model/**"], "vscode", "node:*", "**/backend/**", "**/scheduler/**", ...outerLayers),
  mayNotImport(["src/backend/**"], "vscode", "**/scheduler/**", ...outerLayers),
  mayNotImport(["src/scheduler/**"], "vscode", ...outerLayers),
  mayNotImport(
    ["src/views/**", "src/wizard/**", "src/details/**", "src/comparison/**"],
    "**/commands/**",
    "**/extension.ts",
    "**/local/**",
    "**/platform/**",
  ),
  mayNotImport(["src/commands/**"], "**/extension.ts", "**/local/**", "**/platform/**"),
  mayNotImport(
    ["webview-ui/**"],
    "vscode",
    "node:*",
    "**/backend/**",
    "**/scheduler/**",
    "**/views/**",
    "**/comparison/**",
    "**/commands/**",
    "**/extension.ts",
    "**/src/wizard/!(protocol*)",
    "**/src/details/!(protocol*)",
  ),
);
