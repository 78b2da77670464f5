/**
 * Where a sentence begins: after a full stop and before a capital or a bar, or on a new line. Platform rules for sentences also
 * cut after `kl.` and `nr.` before a figure, which would leave half of one standing. What follows is looked at first: what
 * is before would be read back through all of a long run of spaces at each of them.
 */
const START = /(?=["«“(]?[\p{Lu}▇])(?<=[.!?…]["»”)]?\s+)|(?<=\n)/u;

/** The sentences of a text, each with the space behind it: joined they are the text. */
export function sentencesOf(text: string): string[] {
  return text.split(START);
}

/** The space behind a sentence, which stays where the sentence goes. */
export function spaceAfter(sentence: string): string {
  return sentence.slice(sentence.trimEnd().length);
}
