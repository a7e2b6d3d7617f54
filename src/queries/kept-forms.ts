import type { KeptForm } from "../domain/kernel/form.ts";
import { getServices } from "../services.ts";

/**
 * What was typed into a form that came back with errors, under the 256-bit id of the address it was sent back to. Null when
 * there is none any more; the form is then shown empty.
 */
export async function keptForm(id: string | null, endpoint: string): Promise<KeptForm | null> {
  if (id === null || !/^[A-Za-z0-9_-]{43}$/.test(id)) return null;
  try {
    const { store } = await getServices();
    const kept = await store.keptForm(id);
    // A kept form only ever fills the form it was sent from.
    return kept?.endpoint === endpoint ? kept : null;
  } catch {
    return null;
  }
}
