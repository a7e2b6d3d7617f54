/** The element that the editor reads its configuration from. */
export const CONFIG_ID = "configuracion";

/**
 * What only the editor's path is answered with: it writes styles of its own, shows pictures that are not uploaded yet, and asks GitHub.
 * What else it would ask for (fonts, news of GitHub's state) stays refused, and editing works all the same.
 */
export const EDITOR_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' data: blob: https://api.github.com",
    "frame-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Robots-Tag": "noindex, nofollow",
};

/** The editor's only page. A `<` in the configuration would end its element. */
export function editorPage(config: object): string {
  return `<!doctype html>
<html lang="es">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="robots" content="noindex, nofollow">
    <title>Redacción de Makethejobs</title>
    <script type="application/json" id="${CONFIG_ID}">${JSON.stringify(config).replaceAll("<", "\\u003c")}</script>
    <script type="module" src="main.js"></script>
  </head>
  <body>
    <noscript>El editor necesita JavaScript. Sin él se escribe con git: docs/editing.md cuenta cómo.</noscript>
  </body>
</html>
`;
}
