/** A text with words, as the value of a node of the syntax tree. */
const words = "value=/[A-Za-z]{2}/";

/** The properties and attributes that a person reads or hears. */
const shown = [
  "alt",
  "aria-description",
  "aria-label",
  "button",
  "closing",
  "description",
  "detail",
  "label",
  "message",
  "placeholder",
  "problem",
  "prompt",
  "spoken",
  "title",
  "tooltip",
].join("|");

/** The functions of src/ui that show their first argument. */
const showing = "^(show(Information|Warning|Error|StatusMessage)|withProgress|confirm)$";

/** What the log contains, which is English. */
const logged = "CallExpression[callee.property.name=/^(info|warn|error)$/] TemplateElement";

const translated = "A person reads this text: write l10n.t(…).";

/** Where texts are shown: no text is English, and none is glued of parts. */
export const untranslated = [
  { selector: `JSXText[${words}]`, message: translated },
  { selector: `JSXExpressionContainer > Literal[${words}]`, message: translated },
  { selector: `JSXAttribute[name.name=/^(${shown})$/] > Literal[${words}]`, message: translated },
  { selector: `Property[key.name=/^(${shown})$/] > Literal.value[${words}]`, message: translated },
  { selector: `CallExpression[callee.name=/${showing}/] > Literal[${words}]`, message: translated },
  { selector: `CallExpression[callee.name=/${showing}/] > TemplateLiteral`, message: translated },
  {
    selector: `CallExpression[callee.property.name="join"] > Literal[value=", "]`,
    message: "The user's language separates the items of a list: write listed(…).",
  },
  {
    selector: `TemplateElement[value.raw=/^(, |: | – )$/]:not(${logged})`,
    message:
      "The user's language decides what stands between two texts: write l10n.t(…), listed(…) or a format of Intl.",
  },
];
