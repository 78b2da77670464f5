import { matchParts } from './match-parts.ts';

/** Text with what was looked for in bold. */
export function MatchText({ text, query }: { text: string; query: string }) {
  let at = 0;
  return (
    <>
      {matchParts(text, query).map((part) => {
        const key = at;
        at += part.text.length;
        return part.isMatch ? (
          <b key={key} className="note-match">
            {part.text}
          </b>
        ) : (
          part.text
        );
      })}
    </>
  );
}
