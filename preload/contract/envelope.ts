/** Answer of every call. Words for people are chosen in the renderer from the code. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly data?: unknown };

/** A failed call as the renderer's code meets it. */
export class CallError extends Error {
  readonly code: string;
  readonly data: unknown;
  constructor(code: string, data?: unknown) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.data = data;
  }
}
