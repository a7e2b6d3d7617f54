import { randomUUID } from "node:crypto";
import type { KeptForm } from "../domain/kernel/form.ts";
import { getServices } from "../services.ts";

/** What an uncached form page carries: an id that makes the form count once, and the signed time it was shown. */
export interface FormProof {
  readonly formId: string;
  /** Missing when there is nothing to sign with; a form without one is still taken. */
  readonly stamp: string | undefined;
}

/** A form that came back keeps its own proof: it is still the same form, shown when it was first shown. */
export async function formProof(kept: KeptForm | null): Promise<FormProof> {
  return {
    formId: kept?.values["formId"] || randomUUID(),
    stamp: kept?.values["stamp"] || (await freshStamp()),
  };
}

async function freshStamp(): Promise<string | undefined> {
  try {
    const { signer, now } = await getServices();
    return signer.stamp(now());
  } catch {
    return undefined;
  }
}
