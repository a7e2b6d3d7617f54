import { API } from "../src/urls.ts";
import { type Env, type Finding, missing } from "./doctor-finding.ts";

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
/** An author of `content/authors/` and their address. */
const AUTHOR = /^[a-z0-9-]+=[^\s@<>=]+@[^\s@<>]+\.[^\s@<>]+$/;

/** What sending letters and hearing of them lacks, and whom they go to. */
export function checkMail(env: Env): Finding[] {
  return [...checkService(env), ...checkSender(env), ...checkMailNews(env), ...checkPeople(env)];
}

function checkService(env: Env): Finding[] {
  const findings: Finding[] = [];
  if (!env["RESEND_API_KEY"]) {
    findings.push(
      missing(
        "Falta RESEND_API_KEY: no saldría ningún correo.",
        "Crea una clave en Resend con permiso para enviar.",
      ),
    );
  }
  if (env["RESEND_BASE_URL"]) {
    findings.push(
      missing(
        "RESEND_BASE_URL manda los correos a otra dirección que la de Resend.",
        "Bórrala: es solo para pruebas.",
      ),
    );
  }
  return findings;
}

/** Domains that are nobody's own: the mail service can't send in their name. */
const NOT_OURS =
  /^(?:(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|proton)\.[a-z.]+|resend\.dev|(?:.+\.)?example(?:\.\w+)?|tu-dominio)$/;

function checkSender(env: Env): Finding[] {
  const from = env["MAIL_FROM"] ?? "";
  const address = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
  const howToFix =
    "Por ejemplo: Makethejobs <hola@makethejobs.com>. El dominio tiene que estar verificado en Resend (Domains: SPF y DKIM).";
  if (!EMAIL.test(address)) return [missing("MAIL_FROM no tiene un remitente válido.", howToFix)];
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  if (NOT_OURS.test(domain)) {
    return [missing(`MAIL_FROM usa el dominio ${domain}, que no puedes verificar en Resend.`, howToFix)];
  }
  const site = URL.canParse(env["SITE_URL"] ?? "") ? new URL(env["SITE_URL"] ?? "").hostname : null;
  if (site === null || !site.includes(".") || isSameDomain(domain, site)) return [];
  return [
    {
      level: "advice",
      what: `Los correos salen de ${domain} y sus enlaces llevan a ${site}: parecerán de otro y llegarán menos.`,
      howToFix: "Usa en MAIL_FROM una dirección del dominio de la web, o de un subdominio suyo.",
    },
  ];
}

/** One is the other, or below it; `www.` doesn't count. */
function isSameDomain(one: string, other: string): boolean {
  const [a, b] = [one, other].map((domain) => domain.replace(/^www\./, ""));
  return a === b || `.${a}`.endsWith(`.${b}`) || `.${b}`.endsWith(`.${a}`);
}

/** What Resend's secrets look like. */
const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{20,}={0,2}$/;

function checkMailNews(env: Env): Finding[] {
  const secret = env["RESEND_WEBHOOK_SECRET"] ?? "";
  if (WEBHOOK_SECRET.test(secret)) return [];
  const howToFix = `En Resend, Webhooks > Add webhook: la dirección de la web con ${API.resend}, y los eventos email.bounced, email.complained, email.suppressed y suppression.removed. Copia su «Signing secret», que empieza por whsec_.`;
  return [
    missing(
      secret === ""
        ? "Falta RESEND_WEBHOOK_SECRET: seguiríamos escribiendo a direcciones que rebotan o que se han quejado."
        : "RESEND_WEBHOOK_SECRET no tiene la forma de un secreto de Resend: se rechazaría todo lo que nos cuente.",
      howToFix,
    ),
  ];
}

function checkPeople(env: Env): Finding[] {
  const findings: Finding[] = [];
  if (!EMAIL.test(env["MAIL_OWNER"] ?? "")) {
    findings.push(
      missing(
        "MAIL_OWNER no es una dirección de correo.",
        "A ella llegan los mensajes de contacto y el aviso de que algo falla.",
      ),
    );
  }
  const authors = listOf(env["AUTHOR_EMAILS"]);
  const wrong = authors.filter((author) => !AUTHOR.test(author));
  if (wrong.length > 0) {
    findings.push(
      missing(
        `AUTHOR_EMAILS no se entiende: ${wrong.length === 1 ? "una entrada no es" : `${wrong.length} entradas no son`} «id=dirección».`,
        "Separadas por comas, cada una con el nombre del fichero de content/authors/: lola-ortega=lola@makethejobs.com",
      ),
    );
  }
  const moderators = listOf(env["MODERATOR_EMAILS"]);
  if (moderators.length === 0 || !moderators.every((address) => EMAIL.test(address))) {
    findings.push(
      missing(
        "MODERATOR_EMAILS no tiene direcciones válidas.",
        "Una o más, separadas por comas: quién modera y recibe lo que espera.",
      ),
    );
  }
  return findings;
}

function listOf(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
