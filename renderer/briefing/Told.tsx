import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { WITHHELD } from '#model/briefing.ts';

/** What a bar says to those who cannot see it: the document's own word. */
export const WithheldWord = createContext('');

/** Text of a document: a bar where something is withheld, and dates, times and sections of a law that are never torn apart. */
export function Told({ text }: { text: string }): ReactNode {
  const word = useContext(WithheldWord);
  return text.split(WITHHELD).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
    <Fragment key={index}>
      {index > 0 && <span className="bp-bar">{word}</span>}
      {unbroken(part)}
    </Fragment>
  ));
}

/** A date with its weekday, a time of day with its `kl.`, a section of a law with its number. */
const WHOLE = /((?:\p{L}{2}\. )?\d\d\.\d\d\.\d{4}|kl\. \d\d\.\d\d(?:–\d\d\.\d\d)?|§+ \d+(?: [a-z](?!\p{L}))?)/u;

function unbroken(text: string): ReactNode {
  return text.split(WHOLE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
      <span className="bp-whole" key={index}>
        {part}
      </span>
    ),
  );
}
