import { parseEmail } from "../../src/domain/people/person.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import type { Services } from "../../src/services.ts";
import type { ImportedComment } from "./comments-file.ts";

/** Puts comments of another site under their articles, as public as they were there. How many weren't there yet. */
export async function addImportedComments(
  comments: readonly ImportedComment[],
  { store, signer, now }: Pick<Services, "store" | "signer" | "now">,
): Promise<number> {
  let added = 0;
  const roots = new Map<string, string>();
  for (const { id, article, parent, name, email, writtenAt, text } of comments) {
    const root = parent === null ? null : (roots.get(parent) ?? parent);
    if (root !== null) roots.set(id, root);
    const known = parseEmail(email);
    const comment: Comment = {
      id,
      version: 1,
      article,
      parent,
      root,
      state: "approved",
      text,
      writer: {
        name,
        email: known.ok ? known.value : "",
        phone: null,
        // Of whom nothing is known, each stands for themselves: nobody has an address of this form.
        address: signer.addressId(known.ok ? known.value : `imported ${id}`),
      },
      role: null,
      notify: "none",
      createdAt: writtenAt,
      publishedAt: writtenAt,
      editedAt: null,
      signals: [],
      reason: null,
      appeal: null,
      example: false,
      cleared: true,
    };
    const changes = [{ kind: "comment", before: null, after: comment }] as const;
    const purge = [`thread:${article}`] as const;
    const result = await store.commit({ guards: [], changes, counts: [], mails: [], purge }, now());
    // It is there since an earlier import, and may have been hidden or erased meanwhile.
    if (result.status === "committed") added += 1;
  }
  return added;
}
