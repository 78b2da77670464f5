import { CallError } from '#contract/envelope.ts';

/** Which fields an answer refused, by name, with the code of why. */
export function problemsOf(error: unknown): Map<string, string> {
  if (!(error instanceof CallError) || error.code !== 'INVALID_VALUES' || !Array.isArray(error.data)) return new Map();
  return new Map(error.data.map((one: { field: string; code: string }) => [one.field, one.code]));
}
