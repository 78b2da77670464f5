/**
 * Where a sentence begins: after a full stop and before a capital or a bar, or on a new line. Platform rules for sentences also
 * cut after `kl.` and `nr.` before a figure, which would leave half of one standing.
 */
const START = /(?<=[.!?…]["»”)]?\s+)(?=["«“(]?[\p{Lu}▇])|(?<=\n)/u;

/** The sentences of a text, each with the space behind it: joined they are the text. */
export function sentencesOf(text: string): string[] {
  return text.split(START);
}
