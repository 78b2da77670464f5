import { z } from 'zod';

/** Longest stretch of a file that crosses at once, bytes. */
export const PIECE_BYTES = 2 * 1024 * 1024;

/**
 * A piece of a file on its way to the core. It comes beside the input's JSON, as bytes and not as text: JSON alone cannot
 * hold one, so nothing but what the bridge carried is taken for it.
 */
export const pieceSchema = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= PIECE_BYTES,
);
