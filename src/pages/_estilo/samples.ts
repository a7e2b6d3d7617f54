import type { OutlineNode } from "../../maps/outline.ts";
import type { PublicJob, PublicNumbers } from "../../domain/favours/board.ts";
import { BLANK_JOB, JOB_WORDS } from "../../domain/favours/job-form.ts";
import { fieldsOf } from "../../domain/kernel/form.ts";
import type { PublicBranch, PublicComment } from "../../views/public-view.ts";
import { escapeHtml, joinHtml, markSafe } from "../../markdown/safe-html.ts";

/** Made-up records with everything that strains a layout: long words, other scripts, every state. */
export const NOW = Date.UTC(2026, 10, 21, 12);

const job: PublicJob = {
  ...fieldsOf(JOB_WORDS, BLANK_JOB),
  id: "aaaaaaaaaaaaaaaaaaaa",
  title: "Pasear a mi perra por las mañanas durante una semana",
  description: "Me operan de la rodilla y no voy a poder sacar a Lola.",
  category: "mascotas",
  place: "zaragoza",
  town: "Utebo",
  deadline: "2026-12-05",
  state: "open",
  rewards: [{ kind: "money", amountCents: 5000, text: null, name: "Marta" }],
  offers: 2,
  name: "Marta",
  createdAt: "2026-11-21T10:00:00.000Z",
  expiresAt: "2026-12-05T23:00:00.000Z",
  example: false,
  url: "/favores/aaaaaaaaaaaaaaaaaaaa-pasear-a-mi-perra/",
};

function reward(
  kind: PublicJob["rewards"][number]["kind"],
  text: string | null,
  amountCents: number | null = null,
) {
  return { rewards: [{ kind, text, amountCents, name: "Marta" }] };
}

const LOAF = "Una hogaza de masa madre y una docena de magdalenas cada sábado durante un mes";

export const OPEN_JOB = job;
export const DONE_JOB: PublicJob = { ...job, state: "done" };
export const JOBS: readonly PublicJob[] = [
  job,
  { ...job, ...reward("thing", LOAF), example: true, offers: 0, town: null, place: "remoto", deadline: null },
  { ...job, ...reward("favour", "Te reviso el currículum y una carta de presentación"), state: "assigned" },
  { ...job, ...reward("hours", "Tres horas de clases de guitarra"), state: "done" },
  { ...job, ...reward("open", null), state: "expired", offers: 1 },
  { ...job, ...reward("money", "más la gasolina", 123_450), title: "漢".repeat(80), name: "محمد" },
  { ...job, ...reward("thing", "M".repeat(200)), title: "W".repeat(80) },
  { ...job, title: "هل يمكن لأحد أن يساعدني في نقل خزانة؟", town: "مدريد" },
];

/** A form as far as it is filled in. */
export const WRITING = {
  title: "Regar el huerto y llamar al 600 11 22 33 si llueve",
  category: "cuidado-personas",
  place: "madrid",
  town: "Lavapiés",
  rewardKind: "money",
  rewardAmount: "1234,5",
};

export const NUMBERS: PublicNumbers = {
  openJobs: 41,
  openJobsWithOffers: 12,
  done: 318,
  ended: 402,
  firstOfferAfter: 5 * 3_600_000,
  comments: 77,
  places: [
    { place: "zaragoza", open: 6, done: 12, ended: 14, firstOfferAfter: 3_600_000 },
    { place: "madrid", open: 21, done: 80, ended: 99, firstOfferAfter: null },
  ],
};

export const MAP: readonly OutlineNode[] = [
  { text: "Una rama", children: [{ text: "Una hoja", note: "Con su nota." }, { text: "W".repeat(40) }] },
  { text: "Otra rama", children: [{ text: "Con enlace", url: "https://www.boe.es/" }] },
];

const kinds = ["article", "series", "resource"] as const;
/** Covers one after the other, as a list has them. */
export const COVERED = ["crisis", "metricas", "contenidos"].flatMap((topic) =>
  kinds.map((kind) => ({ kind, slug: `${kind}-${topic}`, topic })),
);

const SAID = joinHtml([
  markSafe("<p>"),
  escapeHtml("¿Y si el <cliente> tarda una semana en aprobar? "),
  markSafe(
    '<strong>Me pasa</strong> siempre: <a href="https://example.com" rel="ugc nofollow noopener">ejemplo</a>.</p>',
  ),
  markSafe("<blockquote><p>Cita</p></blockquote><ul><li>Uno</li><li>Dos</li></ul>"),
]);

function comment(letter: string, parent: string | null, more: Partial<PublicComment> = {}): PublicComment {
  return {
    id: letter.repeat(20),
    parent: parent === null ? null : parent.repeat(20),
    name: "Lucía",
    role: null,
    html: SAID,
    createdAt: "2026-11-21T09:30:00.000Z",
    editedAt: null,
    example: false,
    removed: false,
    url: `#c-${letter.repeat(20)}`,
    ...more,
  };
}

export const BRANCHES: readonly PublicBranch[] = [
  {
    root: comment("b", null),
    replies: [
      comment("c", "b", { name: "Equipo Makethejobs", role: "author", editedAt: "2026-11-21T10:00:00.000Z" }),
      comment("d", "c", { name: "محمد", role: "moderator", html: escapeHtml("🙂🙂🙂") }),
      comment("e", "d", { name: "W".repeat(60), example: true, html: escapeHtml("W".repeat(300)) }),
      comment("f", "e", { html: escapeHtml("Un cuarto nivel.") }),
      comment("g", "b", { removed: true, name: "", html: escapeHtml("") }),
    ],
    hiddenReplies: 3,
  },
];
