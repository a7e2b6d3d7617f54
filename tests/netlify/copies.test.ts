import { expect, it } from "vitest";
import { BUSY_TEXTS, DUPLICATES_MANY } from "../../src/domain/suspicion/thresholds.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { describeOnBoth } from "../support/host/transports.ts";
import { COMMENT, HELPER, JOB, OFFER, POSTER } from "../support/site/forms.ts";
import { createTestSite, type Fields, type TestSite } from "../support/site/test-site.ts";

const MESSAGE =
  "Hola, te puedo ayudar con eso. Vivo cerca, tengo furgoneta y herramientas y los sábados por la mañana estoy libre. Cobro al terminar.";

describeOnBoth("what was sent before, or nearly", (transport) => {
  async function withFavours(count: number, limits = true): Promise<{ site: TestSite; jobs: string[] }> {
    const site = await createTestSite({ store: await transport.freshStore(), limits });
    const jobs: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const own = {
        title: `Favor de prueba ${"abcdefg".charAt(at)}`,
        description: `${DESCRIPTIONS[at] ?? ""} Gracias.`,
      };
      // One person has few favours at a time.
      const poster = `${String(at)}-${POSTER}`;
      const { body } = await site.send("/api/jobs", { ...JOB, ...own, email: poster });
      jobs.push(String(body["id"]));
      await site.send(`/api/links/${site.token(poster)}`, { action: "confirm" });
      site.clock.now += HOUR;
    }
    return { site, jobs };
  }
  const offer = async (site: TestSite, job: string | undefined, message: string): Promise<string> => {
    await site.send(`/api/jobs/${job ?? ""}/offers`, { ...OFFER, message, formId: crypto.randomUUID() });
    const { body } = await site.send(`/api/links/${site.token(HELPER)}`, { action: "confirm" });
    site.clock.now += HOUR;
    return String(body["state"]);
  };
  const signalsOf = async (site: TestSite, job: string | undefined) =>
    (await site.store.offersOf(job ?? "", site.clock.now)).offers.flatMap(({ signals }) => signals);

  it("is noted, and only held once it came several times; nothing is dropped", async () => {
    const { site, jobs } = await withFavours(DUPLICATES_MANY + 1);
    const states: string[] = [];
    for (const [at, job] of jobs.entries()) {
      states.push(await offer(site, job, MESSAGE.replace("los sábados", `los sábados ${String(at)}`)));
    }
    expect(states).toEqual([...Array<string>(DUPLICATES_MANY).fill("sent"), "held"]);
    expect(await signalsOf(site, jobs[0])).not.toContain("duplicate");
    expect(await signalsOf(site, jobs[1])).toContain("duplicate");
    expect(await signalsOf(site, jobs.at(-1))).toContain("manyDuplicates");
    site.stop();
  });

  it("counts for nothing where it was refused", async () => {
    const { site, jobs } = await withFavours(1);
    expect(
      (await site.send(`/api/jobs/${jobs[0] ?? ""}/offers`, { ...OFFER, message: MESSAGE, email: "no" }))
        .status,
    ).toBe(422);
    expect(await offer(site, jobs[0], MESSAGE)).toBe("sent");
    expect(await signalsOf(site, jobs[0])).not.toContain("duplicate");
    site.stop();
  });

  it("a visitor who sends many texts within an hour is a little suspicious, and with limits off nobody is counted", async () => {
    for (const limits of [true, false]) {
      const site = await createTestSite({ store: await transport.freshStore(), limits });
      const send = (fields: Fields) => site.send("/api/comments", { ...COMMENT, ...fields });
      let last = "";
      for (let at = 0; at <= BUSY_TEXTS; at += 1) {
        const { body } = await send({ text: `Comentario ${"x".repeat(at + 1)}.` });
        last = String(body["id"]);
      }
      expect((await site.store.read("comment", last))?.signals.includes("busy")).toBe(limits);
      site.stop();
    }
  });
});

const DESCRIPTIONS = [
  "El armario de mi cuarto no cierra y hay que cepillar la puerta por abajo.",
  "Necesito que alguien lea en voz alta los cuentos de mi abuela y los grabe.",
  "Hay que subir un sofá de tres plazas hasta el segundo piso, sin ascensor.",
  "Busco a quien riegue mis macetas del balcón mientras estoy en el pueblo.",
  "Mi bicicleta chirría y no consigo que los frenos dejen de rozar la llanta.",
  "Quiero aprender a hacer pan de masa madre en una tarde tranquila de domingo.",
];
