/** Votes without leaving the page. Rejects what has to go the plain way. */
export async function vote(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const body = new FormData(form, submitter);
  const headers = { accept: "application/json" };
  const { ok } = await fetch(form.action, { method: "POST", headers, body });
  if (!ok) throw new Error("refused");
  thank(form, body);
}

/** On the answer's own page the thanks are there already; a list of answers says them in the vote's place. */
function thank(form: HTMLFormElement, body: FormData): void {
  const isYes = body.get("value") === "yes";
  const part = body.get("text") ? "recibido" : isYes ? "gracias" : "cuentanos";
  const there = document.getElementById(part);
  if (there) {
    location.hash = part;
    there.focus();
    return;
  }
  const said = document.createElement("p");
  said.tabIndex = -1;
  said.textContent = "Gracias por decírnoslo. ";
  if (!isYes) {
    const more = document.createElement("a");
    const question = body.get("question");
    more.href = `/preguntas-frecuentes/${typeof question === "string" ? question : ""}/#${part}`;
    more.textContent = "¿Nos cuentas qué le falta?";
    said.append(more);
  }
  form.replaceChildren(said);
  said.focus();
}
