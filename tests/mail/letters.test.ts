import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAIL_DATA, type MailName } from "../../src/domain/records/mail-event.ts";
import { renderMail } from "../../src/mail/render.ts";
import { hostileText } from "../markdown/hostile-text.ts";
import {
  context,
  OTHER_EMAIL,
  OWNER_EMAIL,
  sampleEvents,
  SITE_URL,
  TOKEN_URL,
} from "../support/builders/sample-events.ts";

const TYPED = "Marcapersonal texto de visita";
const samples = sampleEvents(TYPED).map((event) => ({
  id: event.id,
  event,
  mail: renderMail(event, context),
}));
const WITHOUT_VISITORS_TEXT: readonly MailName[] = [
  "confirmJob",
  "confirmOffer",
  "confirmComment",
  "confirmDigest",
  "contactReceipt",
];

/** A mail by the name of its event. */
function mailOf(name: MailName, at = 0) {
  const found = samples.filter(({ event }) => event.name === name)[at];
  if (!found) throw new Error(`no sample of ${name}`);
  return found.mail;
}

const addressesIn = (text: string) => text.match(/https?:\/\/[^\s"<>]*/gi) ?? [];
const tagsIn = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/(\/favores\/b{20}-)[a-z0-9-]+/, "$1"));
const proseLines = (text: string) => text.split("\n").filter((line) => !line.startsWith("> "));

test("every kind of mail is here", () => {
  expect(new Set(samples.map(({ event }) => event.name))).toEqual(new Set(Object.keys(MAIL_DATA)));
});

describe("what each letter says", () => {
  test.each<[MailName, number, string, RegExp]>([
    ["confirmJob", 0, "Confirma tu favor en Makethejobs", /Tienes 48 horas.*No hagas nada/s],
    ["confirmOffer", 0, "Confirma tu propuesta en Makethejobs", /Tienes 48 horas.*No hagas nada/s],
    [
      "confirmComment",
      0,
      "Confirma tu comentario en Makethejobs",
      /«Primeros pasos».*Tienes 48 horas.*No hagas nada/s,
    ],
    [
      "lostLinks",
      0,
      "Tus enlaces de Makethejobs",
      /Tu favor.*Tu propuesta.*Tu comentario del 1 de mayo de 2026/s,
    ],
    ["confirmDigest", 0, "Confirma tu alerta de Makethejobs", /Tienes 48 horas.*No hagas nada/s],
    [
      "digestOn",
      0,
      "Tu alerta de Makethejobs está en marcha",
      /Cada semana, los lunes.*dejar estos correos/s,
    ],
    ["digest", 0, "1 favor nuevo en Makethejobs", /Madrid.*31 de mayo de 2026.*dejar estos correos/s],
    ["digest", 0, "1 favor nuevo en Makethejobs", /porque pediste una alerta de favores/],
    [
      "reportDecided",
      1,
      "Qué hemos decidido sobre tu aviso",
      /^El comentario de tu aviso no incumple.*avisaste/s,
    ],
    ["dataErased", 1, "Hemos borrado tus datos", /Queda una recompensa .* que cuenta con ella/],
    ["dataErased", 2, "Hemos borrado tus datos", /Quedan 2 recompensas .* que cuentan con ellas/],
    ["questionAsked", 0, "Te escribe quien se ofrece", /^Marcapersonal texto de visita, que se ofrece para/],
    ["jobPublished", 0, "Tu favor ya está en el tablón", /hasta el 31 de mayo de 2026.*Guarda este correo/s],
    ["jobApproved", 0, "Revisado: tu favor ya está en el tablón", /hasta el 31 de mayo de 2026/],
    [
      "jobHeld",
      0,
      "Tu favor está en revisión",
      /No tienes que hacer nada.*se parece a los mensajes de fraude/s,
    ],
    ["jobHidden", 0, "Tu favor no se va a mostrar en el tablón", /El motivo.*nos hemos equivocado/s],
    ["jobExpired", 0, "Tu favor ha caducado", /próximos 30 días.*no tienes que hacer nada/s],
    ["offerReceived", 0, "Alguien se ofrece para tu favor", /Le parece bien la recompensa.*14 días/s],
    ["offerReceived", 1, "Alguien se ofrece para tu favor", /otra recompensa: 15,50\s€ \(Marcapersonal/],
    ["offerReceived", 2, "Alguien se ofrece para tu favor", /Atención.*No adelantes dinero.*te escribe/s],
    ["offerSent", 0, "Hemos enviado tu propuesta", /14 días para contestar/],
    ["offerStandby", 0, "Tu propuesta queda en espera", /No tienes que hacer nada/],
    ["offerInvitedAgain", 0, "Vuelve a estar libre un favor para el que te ofreciste", /vuelve a contar/],
    [
      "offerOutdated",
      0,
      "Ha cambiado un favor para el que te ofreciste",
      /dinos si tu propuesta sigue en pie/,
    ],
    ["offerWithdrawn", 0, "Han retirado una propuesta para tu favor", /no tienes que hacer nada/],
    ["droppedOut", 0, "Quien iba a hacer tu favor no puede", /vuelve al tablón/],
    ["droppedOut", 1, "El favor que ibas a hacer se cancela", /Ya no tienes que hacerlo/],
    ["jobDelivered", 0, "¿Está hecho tu favor? Confírmalo", /Si falta algo, dilo/],
    ["jobDisputed", 0, "Falta algo en el favor que has hecho", /vuelve a decirlo aquí/],
    ["jobDone", 0, "Favor hecho", /No tienes que hacer nada más/],
    ["jobDone", 1, "Favor hecho: gracias por echar una mano", /Muchas gracias/],
    ["jobDone", 2, "Favor hecho", /en 14 días nadie ha dicho que falte algo/],
    ["jobEnding", 0, "Tu favor está a punto de caducar", /hasta el 31 de mayo de 2026.*Renuévalo ahora/s],
    ["jobEnding", 1, "Tu favor está a punto de caducar", /corrige la fecha límite/],
    ["offerReminder", 0, "Hay quien espera tu respuesta", /caduca el 31 de mayo de 2026, a los 14 días/],
    [
      "deliveryReminder",
      0,
      "¿Está hecho tu favor? Falta que lo confirmes",
      /el 31 de mayo de 2026 lo daremos/,
    ],
    ["agreementWarned", 0, "¿Cómo va tu favor? No sabemos nada", /confírmalo.*el 31 de mayo de 2026/s],
    ["agreementWarned", 1, "¿Cómo va el favor? No sabemos nada", /Si al final no puedes, dilo también/],
    [
      "agreementLapsed",
      0,
      "El acuerdo para tu favor ha terminado",
      /45 días sin noticias.*vuelve al tablón/s,
    ],
    ["commentHeld", 0, "Tu comentario está en revisión", /No tienes que hacer nada/],
    ["commentApproved", 0, "Tu comentario ya está publicado", /comentarios\/#c-c{20}/],
    ["commentEdited", 0, "Has corregido tu comentario", /Si no, míralo y bórralo/],
    ["commentRejected", 0, "No hemos publicado tu comentario", /El motivo.*nos hemos equivocado/s],
    ["moderateJob", 0, "Moderación: algo espera", /abrirla no decide nada/],
    [
      "moderateQueue",
      0,
      "Moderación: algo espera y corre prisa",
      /En espera en total: 12.*Lleva algún enlace\..*Motivo: Parece una estafa.*1 más.*\/moderacion\/.*abrirla no decide nada/s,
    ],
    ["moderateQueue", 1, "Moderación: lo que espera", /Recompensa: .*un mensaje entre las dos.*una mención/s],
    ["contactMessage", 0, "Contacto: Tengo una duda", /Si respondes a este correo/],
    ["questionFeedback", 0, "Preguntas frecuentes: nos cuentan qué falta", /¿Le ha servido\?: No.*anónimo/s],
    [
      "runFailing",
      0,
      "Algo falla en la web: la limpieza que se hace cada cinco minutos",
      /3 veces seguidas.*migrate/s,
    ],
    ["runFailing", 1, "Algo falla en la web: el envío de correos", /docs\/operating\.md/],
    ["contactReceipt", 0, "Hemos recibido tu mensaje", /No hagas caso de este correo/],
  ])("%s %i", (name, at, subject, text) => {
    const mail = mailOf(name, at);
    expect(mail.subject).toBe(subject);
    expect(mail.text).toMatch(text);
  });

  test("every ending of an offer has words of its own", () => {
    const endings = samples.filter(({ event }) => event.name === "offerEnded").map(({ mail }) => mail);
    expect(endings).toHaveLength(8);
    expect(new Set(endings.map((mail) => mail.subject)).size).toBe(8);
    for (const { text } of endings) expect(text).toContain("No hace falta que hagas nada");
  });
});

describe.each(samples)("$id", ({ event, mail }) => {
  const hasLink = "link" in event.data || "things" in event.data;
  test(`leads to ${hasLink ? "its link" : "no link"} in both parts`, () => {
    expect(mail.text.includes(`\n${TOKEN_URL}\n`)).toBe(hasLink);
    expect(mail.html.includes(`<a href="${TOKEN_URL}"`)).toBe(hasLink);
  });

  test("has a text part with every link of the HTML part, and no image or anything fetched", () => {
    const links = Array.from(mail.html.matchAll(/href="([^"]*)"/g), ([, href]) => href);
    for (const href of links) expect(mail.text).toContain(href);
    expect(mail.html).not.toMatch(/<(?:img|link|script|style|iframe|form|object)|\ssrc=|url\(/i);
    expect(mail.html).toContain('<html lang="es">');
  });

  test("keeps visitors' text out of its headers", () => {
    const headers = JSON.stringify([mail.subject, mail.headers, mail.replyTo ?? ""]);
    expect(headers).not.toContain("Marcapersonal");
    expect(mail.subject.length).toBeLessThanOrEqual(70);
  });

  test("is the same each time it is made", () => {
    expect(renderMail(event, context)).toEqual(mail);
  });
});

test.each(WITHOUT_VISITORS_TEXT)("%s repeats nothing that a visitor typed", (name) => {
  expect(JSON.stringify(mailOf(name))).not.toContain("Marcapersonal");
});

describe("the mails with contact data", () => {
  test.each(["contactForPoster", "contactForHelper"] as const)(
    "%s has the contact, the deal and the advice",
    (name) => {
      const { text, replyTo } = mailOf(name);
      expect(text).toContain(`Correo: ${OTHER_EMAIL}\nTeléfono: +34 612 34 56 78\n`);
      expect(text).toContain("Recompensa acordada: 15,50");
      expect(text).toContain("Fecha límite: 31 de mayo de 2026");
      for (const advice of ["sitio público", "No adelantes dinero", "DNI", "112", "017"])
        expect(text).toContain(advice);
      expect(replyTo).toBe(OTHER_EMAIL);
    },
  );

  test("bring a calendar file, without any token, only with a deadline", () => {
    const [file] = mailOf("contactForPoster").attachments ?? [];
    expect(file?.filename).toBe("favor.ics");
    expect(file?.content).toContain("DTSTART;VALUE=DATE:20260531");
    expect(file?.content).not.toMatch(/TOKEN|gestion|ATTENDEE|ORGANIZER/);
    expect(mailOf("contactForPoster", 1).attachments).toBeUndefined();
    expect(mailOf("contactForPoster", 1).text).not.toMatch(/Teléfono|Fecha límite/);
  });

  test("bring the agreed day and hour in place of the deadline", () => {
    const mail = mailOf("contactForHelper", 1);
    expect(mail.text).toContain("Día acordado: 30 de mayo de 2026, a las 18:30");
    expect(mail.attachments?.[0]?.content).toContain("DTSTART:20260530T163000Z");
    expect(mailOf("dayReminder").text).toContain("30 de mayo de 2026, a las 18:30");
  });

  test("are the only ones with somebody's address, apart from the message to the owner", () => {
    const withAddress = samples.filter(({ mail }) => JSON.stringify(mail).includes(OTHER_EMAIL));
    expect(new Set(withAddress.map(({ event }) => event.name))).toEqual(
      new Set(["contactForPoster", "contactForHelper", "contactMessage"]),
    );
  });
});

test("only letters of a subscription can be ended, in one click from their head and on a page below their text", () => {
  const ended = samples.filter(({ mail }) => "List-Unsubscribe" in mail.headers);
  expect(ended.map(({ event }) => event.name)).toEqual(["answers", "digestOn", "digest"]);
  for (const { mail } of ended) {
    expect(mail.headers).toMatchObject({
      "List-Unsubscribe": `<${SITE_URL}/api/links/TOKEN>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(mail.text).toContain(`Cambiar o dejar estos correos:\n${TOKEN_URL}`);
  }
});

describe("visitors' text", () => {
  test("is quoted visibly as theirs, line by line", () => {
    const event = sampleEvents("Hola\n-- \nPulsa aquí").find(({ name }) => name === "offerReceived");
    const mail = event && renderMail(event, context);
    expect(mail?.text).toContain("Esto es lo que te escribe:\n\n> Hola\n> -- \n> Pulsa aquí\n\n");
    expect(mail?.html).toContain("Hola<br>\n-- <br>\nPulsa aquí</blockquote>");
  });

  test("has no contact data left where it is public text", () => {
    const [published] = sampleEvents("Llámame al 612 345 678").filter(({ name }) => name === "offerStandby");
    expect(published && renderMail(published, context).text).toContain(
      "«Llámame al [dato de contacto oculto]»",
    );
  });

  test("a reply address that could break a header is left out", () => {
    const data = {
      name: "Ana",
      replyTo: "a@b.es\r\nBcc: c@d.es",
      subject: "duda" as const,
      message: "Hola",
      signals: [],
    };
    const mail = renderMail(
      { id: "contactMessage/x/1", name: "contactMessage", to: OWNER_EMAIL, data },
      context,
    );
    expect(mail.replyTo).toBeUndefined();
    expect(JSON.stringify(mail)).not.toContain("c@d.es");
  });

  test("can neither be clicked, nor escape, nor change what is ours, whatever it is", () => {
    const clean = samples.map(({ mail }) => mail);
    fc.assert(
      fc.property(hostileText, (typed) => {
        for (const [at, event] of sampleEvents(typed).entries()) {
          const mail = renderMail(event, context);
          const before = clean[at];
          expect(mail.subject).toBe(before?.subject);
          expect(mail.headers).toEqual(before?.headers);
          expect(mail.replyTo).toBe(before?.replyTo);

          for (const part of [mail.text, mail.html]) {
            for (const address of addressesIn(part))
              expect(address.startsWith(`${SITE_URL}/`), address).toBe(true);
            const mailboxes = (part.match(/\w@\w+(?:[.-]\w+)*/g) ?? []).map((found) => found.slice(1));
            for (const found of mailboxes) expect(["@makethejobs.test", "@correo.test"]).toContain(found);
          }
          const known = new Set([...tagsIn(before?.html ?? ""), "<br>"]);
          for (const tag of tagsIn(mail.html)) expect(known).toContain(tag);
          expect(mail.html.replace(/<[^>]*>/g, "")).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
          expect(proseLines(mail.text)).toHaveLength(proseLines(before?.text ?? "").length);
        }
      }),
      { numRuns: 100 },
    );
    // Each run writes every letter there is.
  }, 120_000);
});
