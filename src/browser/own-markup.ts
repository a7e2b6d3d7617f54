/* The parser writes names of attributes in small letters. */
/** What would do something by itself, or send somebody elsewhere. No comment has any of it. */
const ACTIVE = "script,style,link,meta,base,iframe,object,embed,form,template";
const HANDLER = /^(?:on|srcdoc$|style$)/;
const ADDRESS = /^(?:href|src|xlink:href|action|formaction)$/;
/** On this site, or on the web. */
const FOLLOWED = /^(?:https?:\/\/|[#?]|\/(?!\/))/i;

/** Whether this site itself answered, at the address that was asked, with what was asked for. */
export function isOwnAnswer(response: Response, type: "text/html" | "application/json"): boolean {
  const { ok, redirected, headers } = response;
  // `basic`: of this origin, all the way.
  return ok && response.type === "basic" && !redirected && !!headers.get("content-type")?.startsWith(type);
}

/** Markup of an own answer as what is in this element: read in a document where nothing runs, without anything that could. */
export function ownMarkup(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const one of body.querySelectorAll(ACTIVE)) one.remove();
  for (const one of body.querySelectorAll("*")) {
    for (const { name, value } of [...one.attributes]) {
      if (HANDLER.test(name) || (ADDRESS.test(name) && !FOLLOWED.test(value))) one.removeAttribute(name);
    }
  }
  return body;
}
