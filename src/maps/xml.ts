const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
  "\r": "&#13;",
};

/** What XML 1.0 has no place for, not even escaped. */

const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** A text as it may stand in XML, between tags or in a quoted attribute, where lines would run together unescaped. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, "").replace(/[&<>"\n\t\r]/g, (sign) => ENTITIES[sign] ?? sign);
}
