import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { WITHHELD } from '#model/briefing.ts';

/** What a bar says to those who cannot see it: the document's own word. */
export const WithheldWord = createContext('');

/** Text of a document: a bar where something is withheld, and a time of day that is never torn from its `kl.`. */
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

function unbroken(text: string): ReactNode {
  return text.split(/(kl\. \d\d\.\d\d)/).map((part, index) =>
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
