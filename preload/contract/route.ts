import { z } from 'zod';

// The page's policy forbids `new Function`, which zod would otherwise probe for.
z.config({ jitless: true });

/** Who may call a route. The application enforces it; one master key opens the book for all (said so in the app). */
export const ROLES = ['analyst', 'lead', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/**
 * A named call from the renderer: what it takes, what it gives, who may make it and where it is answered.
 * Input is parsed before a handler sees it; output is only typed, since trust runs one way.
 */
export interface Route<I, O, G = unknown> {
  /** `G` is what may be given, `I` what a handler gets: defaults filled in. */
  readonly input: z.ZodType<I, G>;
  /** Phantom: carries the type of the answer. */
  readonly output?: O;
  readonly roles: readonly Role[];
  /** Answered by the application itself (`app`, also while locked) or by the core process (`core`, only unlocked). */
  readonly where: 'app' | 'core';
  /** Changes nothing in the records: may run beside others. */
  readonly reads: boolean;
}

interface Options {
  roles?: readonly Role[];
  reads?: boolean;
}

const WRITERS: readonly Role[] = ['analyst', 'lead'];

/** Declares a route that the core process answers and that only reads. */
export function query<O>() {
  return <I, G>(input: z.ZodType<I, G>, options: Options = {}): Route<I, O, G> => ({
    input,
    roles: options.roles ?? ROLES,
    where: 'core',
    reads: true,
  });
}

/** Declares a route that the core process answers and that may write. */
export function mutation<O>() {
  return <I, G>(input: z.ZodType<I, G>, options: Options = {}): Route<I, O, G> => ({
    input,
    roles: options.roles ?? WRITERS,
    where: 'core',
    reads: false,
  });
}

/** Declares a route that the application answers itself, locked or not. */
export function appRoute<O>() {
  return <I, G>(input: z.ZodType<I, G>): Route<I, O, G> => ({ input, roles: ROLES, where: 'app', reads: false });
}

/** No input. */
export const nothing = z.strictObject({});
