const physical =
  /^(?:(?:margin|padding|border)-(?:left|right)(?:-.+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)$/;

export default {
  overrides: [{ files: ["**/*.svelte"], customSyntax: "postcss-html" }],
  rules: {
    "property-disallowed-list": [
      [physical, "float"],
      { message: "Use logical properties: the page also reads from right to left." },
    ],
    "declaration-property-value-disallowed-list": [
      { "text-align": ["left", "right"], clear: ["left", "right"] },
      { message: "Use start and end: the page also reads from right to left." },
    ],
    "declaration-no-important": true,
    "block-no-empty": true,
    "color-no-invalid-hex": true,
    "declaration-block-no-duplicate-properties": [true, { ignore: ["consecutive-duplicates-with-different-values"] }],
    "property-no-unknown": true,
    "unit-no-unknown": true,
    "selector-pseudo-class-no-unknown": [true, { ignorePseudoClasses: ["global"] }],
    "no-duplicate-at-import-rules": true,
    "no-invalid-double-slash-comments": true,
  },
};
