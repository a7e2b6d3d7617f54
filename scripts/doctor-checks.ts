import { checkMail } from "./doctor-mail.ts";
import { type Env, type Finding, missing } from "./doctor-finding.ts";

const SECRET_MIN_LENGTH = 32;

/** What the environment of a production deploy lacks. Reads nothing but its argument. */
export function checkEnvironment(env: Env): Finding[] {
  return [
    ...checkStore(env),
    ...checkMail(env),
    ...checkAddress(env),
    ...checkSecret(env),
    ...checkOwner(env),
    ...checkLimits(env),
  ];
}

function checkStore(env: Env): Finding[] {
  const [url, token] = [env["UPSTASH_REDIS_REST_URL"], env["UPSTASH_REDIS_REST_TOKEN"]];
  const findings: Finding[] = [];
  const where = "Están en la consola de Upstash, en la pestaña REST de tu base de datos.";
  if (!url)
    findings.push(missing("Falta UPSTASH_REDIS_REST_URL: sin almacén no se puede guardar nada.", where));
  else if (!isHttpsAddress(url)) {
    findings.push(missing("UPSTASH_REDIS_REST_URL no es una dirección https.", where));
  }
  if (!token) findings.push(missing("Falta UPSTASH_REDIS_REST_TOKEN.", where));
  return findings;
}

function checkAddress(env: Env): Finding[] {
  const findings: Finding[] = [];
  const site = env["SITE_URL"] ?? "";
  if (!isHttpsAddress(site) || new URL(site).pathname !== "/" || isOfThisMachine(site)) {
    findings.push(
      missing(
        "SITE_URL no es la dirección pública de la web.",
        "Con ella empiezan los enlaces de los correos. Por ejemplo: https://www.makethejobs.com",
      ),
    );
  }
  const hook = env["BUILD_HOOK_URL"];
  if (!hook || !isHttpsAddress(hook)) {
    findings.push({
      level: "advice",
      what: "Sin BUILD_HOOK_URL, lo que se retire de un artículo seguirá en su página hasta la próxima construcción, y los textos con fecha no saldrán solos.",
      howToFix: "Créalo en Netlify: Build & deploy > Build hooks.",
    });
  }
  return findings;
}

function checkSecret(env: Env): Finding[] {
  const findings: Finding[] = [];
  const [secret, older] = [env["SECRET_KEY"] ?? "", env["SECRET_KEY_OLD"] ?? ""];
  if (!isHardToGuess(secret)) {
    findings.push(
      missing(
        `SECRET_KEY falta o es demasiado fácil de adivinar (mínimo, ${SECRET_MIN_LENGTH} caracteres).`,
        "Firma los enlaces de gestión: haz una con «openssl rand -base64 48». Si algún día la cambias, deja la de antes en SECRET_KEY_OLD.",
      ),
    );
  }
  if (older !== "" && !isHardToGuess(older)) {
    findings.push(
      missing(
        "SECRET_KEY_OLD es demasiado fácil de adivinar, y con ella se pueden falsificar enlaces.",
        "Bórrala: los enlaces que firmó dejarán de valer.",
      ),
    );
  }
  if (older !== "" && older === secret) {
    findings.push({
      level: "advice",
      what: "SECRET_KEY_OLD es la misma clave que SECRET_KEY.",
      howToFix: "Bórrala, o pon en ella la clave que tenías antes.",
    });
  }
  return findings;
}

function isHardToGuess(secret: string): boolean {
  return secret.length >= SECRET_MIN_LENGTH && new Set(secret).size > 8;
}

function checkOwner(env: Env): Finding[] {
  const names = { OWNER_NAME: "nombre", OWNER_NIF: "NIF", OWNER_ADDRESS: "domicilio" };
  return Object.entries(names)
    .filter(([name]) => !env[name] || /[[\]]|por configurar/i.test(env[name]))
    .map(([name, what]) =>
      missing(
        `Falta ${name}: el ${what} de quien responde por la web.`,
        "La LSSI (art. 10) pide que se publique.",
      ),
    );
}

function checkLimits(env: Env): Finding[] {
  if (env["LIMITS"] !== "off") return [];
  return [missing("LIMITS=off quita los límites contra abusos.", "Bórralo: es solo para tu ordenador.")];
}

function isHttpsAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}

function isOfThisMachine(address: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(address).hostname);
}
