import { CallError } from '#contract/envelope.ts';

/** Which fields an answer refused, by name, with the code of why. */
export function problemsOf(error: unknown): Map<string, string> {
  if (!(error instanceof CallError) || error.code !== 'INVALID_VALUES' || !Array.isArray(error.data)) return new Map();
  return new Map(error.data.map((one: { field: string; code: string }) => [one.field, one.code]));
}

/** True if a change was refused only because fields it does not name must be filled in with it. */
export function lacksAnother(error: unknown, patch: Readonly<Record<string, unknown>>): boolean {
  const problems = [...problemsOf(error)];
  return problems.length > 0 && problems.every(([name, code]) => code === 'REQUIRED' && !Object.hasOwn(patch, name));
}
