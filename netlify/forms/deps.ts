import type { Context as RuleContext } from "../../src/domain/records/decision.ts";

import type { Services } from "../../src/services.ts";

/** What a handler works with; the last two belong to one request. */
export interface Deps extends Services {
  /** The platform's word for who is connected, never a header that anyone can send. */
  readonly clientIp: string;
  /** Lets work go on behind the answer; null where the platform can't, and the work is waited for. */
  readonly waitUntil: ((work: Promise<unknown>) => void) | null;
}

export type Params = Readonly<Record<string, string | undefined>>;
export type Handler = (request: Request, deps: Deps, params: Params) => Promise<Response>;

/** The platform's context, as far as it is needed (`Context` of `@netlify/functions`). */
interface PlatformContext {
  readonly ip: string;
  readonly params?: Params;
  readonly waitUntil?: (work: Promise<unknown>) => void;
}

/** Runs a handler as a function of the platform. */
export function serve(
  handler: Handler,
  services: Services,
  request: Request,
  context: PlatformContext,
): Promise<Response> {
  const waitUntil = context.waitUntil?.bind(context) ?? null;
  return handler(request, { ...services, clientIp: context.ip, waitUntil }, context.params ?? {});
}

/** What the rules of the domain get told about the world. */
export function ruleContext({ now, signer, config }: Services): RuleContext {
  return {
    now: now(),
    newId: () => signer.newId(),
    moderators: config.moderators,
    limits: config.limits,
  };
}
