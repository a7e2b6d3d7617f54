import astro from "eslint-plugin-astro";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const WHERE_ENV_IS_READ = [
  "src/services.ts",
  "astro.config.mjs",
  "netlify/local/main.ts",
  "scripts/**",
  "tests/**",
];

const RAW =
  "innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment";
const PARSED = "parseFromString";

/** Every way in which a script makes HTML out of a text, by the names in `names`: read, called, taken apart or in brackets. */
function rawHtml(names) {
  const message =
    "No raw HTML in scripts: make nodes, or take markup of our own answers through src/browser/own-markup.ts.";
  return [
    `MemberExpression[property.name=/^(?:${names})$/]`,
    `MemberExpression[property.value=/^(?:${names})$/]`,
    `MemberExpression > TemplateLiteral.property > TemplateElement[value.raw=/^(?:${names})$/]`,
    `Property[key.name=/^(?:${names})$/]`,
    `Property[key.value=/^(?:${names})$/]`,
    "CallExpression[callee.object.name='document'][callee.property.name=/^write(?:ln)?$/]",
    "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(?:on|srcdoc$)/i]",
  ].map((selector) => ({ selector, message }));
}

export default defineConfig(
  globalIgnores([
    "dist/",
    "build/",
    "bench/",
    ".netlify/",
    ".astro/",
    ".cache/",
    "coverage/",
    "src/generated/",
  ]),
  {
    files: ["**/*.{ts,js,mjs}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] } } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // Numbers in messages and URLs are fine as they print; objects and arrays still are not.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `_` names what is left out on purpose.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // `() => done()` is how a callback is written.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: ["error", "always"],
      // There are no classes with `this` here: services are closures, and taking them apart is how they are used.
      "@typescript-eslint/unbound-method": "off",
      // What goes wrong is logged; nothing else is.
      "no-console": ["error", { allow: ["error", "warn"] }],
    },
  },
  {
    // Command lines and the local host talk to a person.
    files: ["scripts/**", "netlify/local/main.ts", "tests/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.{ts,mjs,js}"],
    ignores: WHERE_ENV_IS_READ,
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only src/services.ts reads the environment." },
      ],
    },
  },
  {
    // Scripts of astro files are linted under a name of their own.
    files: ["**/*.{ts,js,mjs,astro}", "**/*.astro/*.{js,ts}"],
    ignores: ["tests/**", "eslint.config.js"],
    rules: { "no-restricted-syntax": ["error", ...rawHtml(`${RAW}|${PARSED}`)] },
  },
  {
    // Reads markup where nothing runs, and only what isOwnAnswer let through.
    files: ["src/browser/own-markup.ts"],
    rules: { "no-restricted-syntax": ["error", ...rawHtml(RAW)] },
  },
  ...astro.configs.recommended,
  {
    // They belong to no project of the compiler: with types they could not be read, and nothing of them would be linted.
    files: ["**/*.astro/*.{js,ts}"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ["**/*.astro"],
    rules: {
      "astro/no-set-html-directive": "error",
      "astro/no-unused-css-selector": "error",
    },
  },
  {
    // The three places that may (architecture, decision 13): SafeHtml and Drawing by their brands, JSON-LD with `<` escaped.
    files: ["src/ui/comments/Comment.astro", "src/ui/base/JsonLd.astro", "src/ui/base/Picture.astro"],
    rules: { "astro/no-set-html-directive": "off" },
  },
);
