/** Largest argument list that every engine takes. */
const ARGUMENTS = 32_768;

/** Bytes as base64, the form in which they cross to main. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += ARGUMENTS) {
    binary += String.fromCharCode(...bytes.subarray(from, from + ARGUMENTS));
  }
  return btoa(binary);
}

/** The bytes of what main answered as base64. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
