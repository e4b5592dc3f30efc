import svelte from "eslint-plugin-svelte";
import globals from "globals";
import tseslint from "typescript-eslint";

const bannedSyntax = [
  {
    selector: "MemberExpression[object.name='sql'][property.name='raw']",
    message: "Write SQL with parameters: sql.raw is an injection waiting for its day.",
  },
  { selector: "TSEnumDeclaration", message: "Use a union of literals." },
];
const environmentSyntax = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "apps/api/src/env.ts is the only reader of the environment.",
};

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "**/.svelte-kit/",
      ".data/",
      "apps/web/build/",
      "apps/web/.missing/",
      "apps/web/src/lib/paraglide/",
      "tests/.artifacts/",
    ],
  },
  {
    files: ["**/*.{ts,mjs,svelte}"],
    extends: [tseslint.configs.strict],
    languageOptions: { globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    rules: {
      "no-restricted-syntax": ["error", ...bannedSyntax],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-empty-object-type": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 400, skipBlankLines: true }],
    },
  },
  {
    files: ["packages/**/*.ts", "apps/api/**/*.ts", "tests/**/*.ts", "drizzle/**/*.ts"],
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["packages/**/*.ts", "apps/api/src/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...bannedSyntax, environmentSyntax] },
  },
  {
    // Typed arrays that are read within their bounds by construction: a check in the innermost loop helps nobody.
    files: ["packages/domain/src/matching/{assignment,packed}/**/*.ts", "tests/bench/matching/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  { files: ["apps/api/src/env.ts"], rules: { "no-restricted-syntax": ["error", ...bannedSyntax] } },
  { files: ["tests/bench/**", "apps/web/*.ts", "drizzle/*.ts"], rules: { "no-console": "off" } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    extends: [svelte.configs.recommended],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser, extraFileExtensions: [".svelte"] },
    },
    rules: { "svelte/no-at-html-tags": "error", "svelte/no-navigation-without-resolve": "off" },
  },
);
