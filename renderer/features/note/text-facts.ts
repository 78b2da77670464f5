import type { LinkTarget, NoteDocument, ShownDocument } from '#model/document/format.ts';
import { type DocumentLink, documentLinks, documentMentions } from '#model/document/mentions.ts';
import { countWords, documentText } from '#model/document/text.ts';
import type { Kind } from '#model/kinds.ts';

/** A link as the text makes it now. */
export interface OutgoingLink extends DocumentLink {
  readonly kind: Kind;
  /** Title when it was mentioned. */
  readonly label: string;
}

/** What is told about the text beside it. */
export interface TextFacts {
  readonly words: number;
  readonly links: readonly OutgoingLink[];
}

export function factsOf(document: NoteDocument | ShownDocument): TextFacts {
  const targets = new Map(documentMentions(document).map((target) => [target.to, target]));
  const links = 'version' in document ? documentLinks(document) : linksOfShown(document);
  return {
    words: countWords(documentText(document)),
    links: links.flatMap((link) => {
      const target = targets.get(link.toId);
      return target ? { ...link, kind: target.kind, label: target.label } : [];
    }),
  };
}

/** Links of a document that can only be shown: known mentions, without the words around them. */
function linksOfShown(document: ShownDocument): DocumentLink[] {
  const links = documentMentions(document).map(({ to, link, date, label }: LinkTarget): [string, DocumentLink] => [
    `${to} ${link} ${date}`,
    { toId: to, type: link, date: date ?? null, excerpt: label },
  ]);
  return [...new Map(links).values()];
}
