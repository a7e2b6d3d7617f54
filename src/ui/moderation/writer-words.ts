import { formatDate } from "../../copy/format.ts";
import { LIMIT_WORDS } from "../../copy/limits.ts";
import type { WriterRecord } from "../../queries/desk-items.ts";

function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** What an address did before, in a sentence or two. Never the address. */
export function writerWords(writer: WriterRecord): string {
  const { confirmedAt, approvedComments, liveJobs, dropOuts, rejected, trustedUntil, blockedUntil } = writer;
  if (confirmedAt === null && blockedUntil === null) return "De esta dirección no sabemos nada más.";
  const parts = [
    confirmedAt === null ? null : `conocida desde el ${formatDate(confirmedAt)}`,
    counted(liveJobs, "favor vivo", "favores vivos"),
    counted(approvedComments, "comentario publicado", "comentarios publicados"),
    dropOuts === 0 ? null : counted(dropOuts, "acuerdo roto", "acuerdos rotos"),
    rejected === 0
      ? null
      : `${counted(rejected, "texto rechazado", "textos rechazados")} en ${LIMIT_WORDS.standing}`,
    trustedUntil === null ? null : `de fiar hasta el ${formatDate(trustedUntil)}`,
    blockedUntil === null ? null : `bloqueada hasta el ${formatDate(blockedUntil)}`,
  ];
  return `Su dirección: ${parts.filter((part) => part !== null).join(" · ")}.`;
}
