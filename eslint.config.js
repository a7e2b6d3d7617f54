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
  ...astro.configs.recommended,
  {
    files: ["**/*.astro"],
    rules: {
      "astro/no-set-html-directive": "error",
      "astro/no-unused-css-selector": "error",
    },
  },
  {
    // The two places that may (architecture, decision 13): SafeHtml by its brand, JSON-LD with `<` escaped.
    files: ["src/components/Comment.astro", "src/components/JsonLd.astro"],
    rules: { "astro/no-set-html-directive": "off" },
  },
);
