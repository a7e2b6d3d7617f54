import { describe, expect, test } from "vitest";
import { htmlText } from "../../src/feeds/html-text.ts";
import { plainHtml } from "../../src/feeds/plain-html.ts";

const PAGE = "https://site.test/articulos/uno/";

describe("what a page shows, without its looks", () => {
  test("keeps headings, lists, tables and emphasis, and takes away classes, ids and everything drawn", () => {
    const html =
      '<h2 id="a">Título</h2><div class="steps"><ol><li class="x">Uno <strong>fuerte</strong></li></ol></div>' +
      '<style>.a{color:red}</style><script type="module" src="/a.js"></script>' +
      '<p class="t"><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><span>Hola</span></p>' +
      '<table><tr><th scope="col" class="align-right">Mes</th></tr></table>';
    expect(plainHtml(html, PAGE)).toBe(
      "<h2>Título</h2><ol><li>Uno <strong>fuerte</strong></li></ol><p>Hola</p>" +
        '<table><tr><th scope="col">Mes</th></tr></table>',
    );
  });

  test("writes every address out in full, fragments too, and keeps what was escaped escaped", () => {
    expect(plainHtml('<a href="/b/?x=1&amp;y=2#z" class="a">b</a>', PAGE)).toBe(
      '<a href="https://site.test/b/?x=1&amp;y=2#z">b</a>',
    );
    expect(plainHtml('<a href="#nota-1">1</a><img src="../foto.png" alt="Una &quot;foto&quot;">', PAGE)).toBe(
      '<a href="https://site.test/articulos/uno/#nota-1">1</a>' +
        '<img src="https://site.test/articulos/foto.png" alt="Una &quot;foto&quot;">',
    );
    expect(plainHtml('<a href="mailto:a@b.test">a</a>', PAGE)).toBe('<a href="mailto:a@b.test">a</a>');
    expect(plainHtml("<p>1 &lt; 2 &amp; &lt;b&gt; no</p>", PAGE)).toBe("<p>1 &lt; 2 &amp; &lt;b&gt; no</p>");
  });

  test("shows a box beside the text as a quotation, and leaves no empty paragraph behind", () => {
    expect(plainHtml('<aside aria-label="x"><p>Consejo</p><p><svg></svg></p></aside>', PAGE)).toBe(
      "<blockquote><p>Consejo</p></blockquote>",
    );
  });

  test("drops comments and what is there to be clicked", () => {
    expect(plainHtml("<!-- nota --><p>a</p><button>Copiar</button><form><input></form>", PAGE)).toBe(
      "<p>a</p>",
    );
  });
});

describe("what means something in every reader", () => {
  test("code keeps its blank lines and spaces; between blocks they go", () => {
    const code = "<pre><code>uno\n\n  dos\n\n\n\ntres\n</code></pre>";
    expect(plainHtml(`<p>a</p>\n\n\n${code}\n\n<p>b</p>`, PAGE)).toBe(`<p>a</p>\n${code}\n<p>b</p>`);
    expect(plainHtml('<pre class="x" data-language="md"><code>\n\n</code></pre>', PAGE)).toBe(
      "<pre><code>\n\n</code></pre>",
    );
  });

  test("a task is done or not", () => {
    const html =
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> Hecho</li>' +
      '<li class="task-list-item"><input disabled="" type="checkbox"/> Por hacer</li></ul><input type="text" value="checked">';
    expect(plainHtml(html, PAGE)).toBe("<ul><li>☑ Hecho</li><li>☐ Por hacer</li></ul>");
  });

  test.each([
    "http://",
    "//",
    "https://a b/",
    "http://[",
    "javascript:alert(1)",
    "JavaScript:x",
    "data:text/html,x",
    "http://a:99999/",
  ])("an address that leads nowhere leaves its words: %s", (address) => {
    expect(plainHtml(`<p><a href="${address}">aquí</a></p>`, PAGE)).toBe("<p><a>aquí</a></p>");
    expect(plainHtml(`<p>b<img src="${address}" alt="foto"></p>`, PAGE)).toBe('<p>b<img alt="foto"></p>');
  });
});

describe("the words of HTML", () => {
  test("run on inside a line and stand apart between blocks, with their entities read", () => {
    expect(
      htmlText("<p>Uno <em>dos</em>tres</p><ul><li>A&amp;B</li><li>1&nbsp;&lt;&#50;&#x33;</li></ul>"),
    ).toBe("Uno dostres A&B 1 <23");
  });

  test("leave out what nobody reads", () => {
    expect(htmlText('<script>"x"</script><p title="a > b">sí</p><svg><title>no</title></svg>')).toBe("sí");
  });
});
