import { forgetDeed } from "../../src/domain/favours/standing.ts";
import { fail, err } from "../../src/domain/kernel/errors.ts";
import { ERASED_AT_ONCE } from "../../src/domain/kernel/own-data-limits.ts";
import { SECOND, type Millis } from "../../src/domain/kernel/time.ts";
import {
  eraseThing,
  erasingFailed,
  finishErasing,
  staysWithAgreement,
} from "../../src/domain/links/erasing.ts";
import { objectOf, type Thing } from "../../src/domain/links/lost.ts";
import type { Found } from "../../src/domain/links/linked.ts";
import type { MyData } from "../../src/domain/records/my-data.ts";
import { ruleContext, type Deps } from "../forms/deps.ts";
import { settle } from "../forms/settle.ts";
import { thingForDeciding } from "../forms/things.ts";

/** How long one call goes on, so that its answer comes before the platform ends it. */
const TIME: Millis = 6 * SECOND;

/** An agreement ends first, and its offer goes after that. */
const ROUNDS = 3;

/**
 * Erases what is kept under an address, thing by thing, each in a commit of its own; when nothing is left, the rest at once. Doing it again
 * does nothing twice; what does not fit into one call is gone on with by the next. One thing that fails keeps no other from going; the
 * call fails then, with the failure that came last.
 */
export async function eraseAll(data: MyData, deps: Deps): Promise<void> {
  const until = deps.now() + TIME;
  let failure: Error | null = null;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { things, deeds, more } = await deps.store.allOf(data.address, deps.now(), ERASED_AT_ONCE);
    const left = things.map(({ thing }) => thing).filter((thing) => !staysWithAgreement(thing));
    if (left.length === 0 && deeds.length === 0 && !more) return finish(data, things.length, deps);
    failure = null;
    // What goes with the offer that it was done by is gone by its turn.
    const erasing = [
      ...left.map((thing) => () => eraseOne(thing, data, deps)),
      ...deeds.map(
        ({ id }) =>
          () =>
            eraseDeed(id, data, deps),
      ),
    ];
    for (const eraseNext of erasing) {
      if (deps.now() > until) return;
      try {
        await eraseNext();
      } catch (cause) {
        failure = cause instanceof Error ? cause : new Error("not erased", { cause });
      }
    }
  }
  if (failure !== null) throw failure;
}

/** The same by the clock: what fails is put off, and its owner waits no longer than the sweeper needs. Whether it went. */
export async function goOnErasing(data: MyData, deps: Deps): Promise<unknown> {
  try {
    await eraseAll(data, deps);
    return null;
  } catch (failure) {
    const what = failure instanceof Error ? failure.name : typeof failure;
    const read = () => deps.store.read("myData", data.id);
    await settle(deps, {
      found: await read(),
      readAgain: read,
      decide: (found) =>
        found === null
          ? err(fail("linkUnknown"))
          : erasingFailed(found, { what, owner: deps.config.mailOwner }, ruleContext(deps)),
      formKey: null,
      request: null,
    });
    return failure;
  }
}

async function eraseOne(thing: Thing, data: MyData, deps: Deps): Promise<void> {
  const read = () => readWhole(thing, deps);
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: (found) =>
      found === null ? err(fail("linkUnknown")) : eraseThing(found, data, ruleContext(deps)),
    formKey: null,
    request: null,
  });
  // Gone meanwhile is what was asked for.
  if (!result.ok && result.error.code !== "linkUnknown")
    throw new Error(`a ${thing.kind} stays: ${result.error.code}`);
}

async function eraseDeed(id: string, { address }: MyData, deps: Deps): Promise<void> {
  const read = () => deps.store.read("job", id);
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: (job) =>
      job === null ? err(fail("linkUnknown")) : forgetDeed({ job, address }, ruleContext(deps)),
    formKey: null,
    request: null,
  });
  if (!result.ok && result.error.code !== "linkUnknown")
    throw new Error(`a deed stays: ${result.error.code}`);
}

/** The thing with all that erasing it may need; null when it is gone. */
async function readWhole(thing: Thing, deps: Deps): Promise<Found<Thing["kind"]> | null> {
  if (thing.kind === "digest") {
    const digest = await deps.store.read("digest", thing.digest.id);
    return digest && { kind: "digest", digest };
  }
  const found = await thingForDeciding(objectOf(thing), true, deps);
  if (found?.kind !== "job") return found;
  return { ...found, address: await deps.store.read("address", found.job.poster.address) };
}

async function finish(data: MyData, kept: number, deps: Deps): Promise<void> {
  const { store, signer, now } = deps;
  const read = async () => {
    const [present, address, { messages, notices, reports }, letters] = await Promise.all([
      store.read("myData", data.id),
      store.read("address", data.address),
      store.allOf(data.address, now(), ERASED_AT_ONCE),
      store.lettersTo((email) => signer.addressId(email) === data.address),
    ]);
    return { present, address, messages, notices, reports, letters: letters.map(({ id }) => id) };
  };
  const { result } = await settle(deps, {
    found: await read(),
    readAgain: read,
    decide: ({ present, ...rest }) =>
      present === null
        ? err(fail("linkUnknown"))
        : finishErasing({ ...rest, data: present, kept }, ruleContext(deps)),
    formKey: null,
    request: null,
  });
  if (!result.ok) throw new Error(`the rest stays: ${result.error.code}`);
}
