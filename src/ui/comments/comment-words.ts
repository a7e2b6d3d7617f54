/** How many comments, in words, for a heading. */
export function commentCount(total: number): string {
  if (total === 0) return "Sin comentarios";
  return total === 1 ? "1 comentario" : `${total.toLocaleString("es-ES")} comentarios`;
}

/** The same where an article is listed, which also says when no comment can be added any more. */
export function commentsOf(total: number, closed: boolean): string {
  if (!closed) return commentCount(total);
  return total === 0 ? "Comentarios cerrados" : `${commentCount(total)}, ya cerrados`;
}
