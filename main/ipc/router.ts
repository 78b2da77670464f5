import type { Envelope } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import type { Role, Route } from '#contract/route.ts';

/** No call is longer: a note's document and its text, each as long as it may be, with every sign escaped. */
const LONGEST_INPUT = 100_000_000;

/** A handler as the router sees it: its input has been parsed by the route's own schema. */
type AnyHandler = (context: never, input: never) => Promise<unknown>;

export interface RouterOptions<Context> {
  readonly routes: Readonly<Record<string, unknown>>;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly context: Context;
  readonly role: () => Role;
  /** Code and data of a failure that is meant for people; null for a fault of ours. */
  readonly known: (error: unknown) => { readonly code: string; readonly data?: unknown } | null;
  /** Told of a fault of ours; nothing of it reaches the caller. */
  readonly fault: (route: string, error: unknown) => void;
}

/**
 * Answers a call: JSON of an `Envelope`. Never throws. `bytes` that came beside the input are its `bytes`, so that the
 * route's own schema says whether there may be any, and how many.
 */
export type Router = (name: unknown, inputJson: unknown, bytes?: unknown) => Promise<string>;

/**
 * The one way to a handler: the route is looked up, its input parsed, the person's role checked; then the handler
 * runs and its answer or failure is put in an envelope. The caller has been checked before (`isOwnSender`).
 */
export function createRouter<Context>(options: RouterOptions<Context>): Router {
  return async (name, inputJson, bytes) => {
    try {
      return JSON.stringify(await answer(options, name, inputJson, bytes));
    } catch (error) {
      // An answer that cannot be written as JSON.
      options.fault(String(name), error);
      return refusal(ERROR_CODES.INTERNAL);
    }
  };
}

/** An envelope that refuses, as JSON. */
export function refusal(code: string, data?: unknown): string {
  return JSON.stringify(failed(code, data));
}

async function answer<Context>(
  { routes, handlers, context, role, known, fault }: RouterOptions<Context>,
  name: unknown,
  inputJson: unknown,
  bytes: unknown,
): Promise<Envelope<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(routes, name) || !Object.hasOwn(handlers, name)) {
    return failed(ERROR_CODES.ROUTE_UNKNOWN);
  }
  const route = routes[name] as Route<unknown, unknown>;
  const handler = handlers[name] as (context: Context, input: unknown) => Promise<unknown>;
  if (!route.roles.includes(role())) return failed(ERROR_CODES.ROLE_REFUSED);
  const given = inputOf(inputJson, bytes);
  if (given === undefined) return failed(ERROR_CODES.INPUT_INVALID, { path: [] });
  const parsed = route.input.safeParse(given.value);
  if (!parsed.success) return failed(ERROR_CODES.INPUT_INVALID, { path: parsed.error.issues[0]?.path ?? [] });
  try {
    return { ok: true, value: (await handler(context, parsed.data)) ?? null };
  } catch (error) {
    const told = known(error);
    if (told !== null) return failed(told.code, told.data);
    fault(name, error);
    return failed(ERROR_CODES.INTERNAL);
  }
}

function inputOf(text: unknown, bytes: unknown): { readonly value: unknown } | undefined {
  if (typeof text !== 'string' || text.length > LONGEST_INPUT) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (bytes === undefined) return { value };
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { value: { ...value, bytes } }
      : undefined;
  } catch {
    return undefined;
  }
}

function failed(code: string, data?: unknown): Envelope<never> {
  return { ok: false, code, ...(data !== undefined && { data }) };
}
