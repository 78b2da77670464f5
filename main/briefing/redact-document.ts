import type { Block, Inline, List, ListItem, NoteDocument } from '#model/document/format.ts';
import { inlineText } from '#model/document/text.ts';
import type { Scrub } from './redact.ts';

/**
 * The document without what must not be told. A line that holds something withheld becomes plain text with the bar in
 * its place: a value can run over several runs of text, and is then seen in no single one of them.
 * @param keepsGrades false takes the gradings of statements out
 */
export function withoutHidden(
  document: NoteDocument,
  scrub: Scrub,
  keepsGrades: boolean,
): { readonly document: NoteDocument; readonly hits: number } {
  let hits = 0;

  function line(content: readonly Inline[]): readonly Inline[] {
    const kept = keepsGrades ? content : withoutGrades(content);
    const found = scrub(inlineText(kept));
    // Why something was struck is written by hand as well.
    if (found.hits === 0) {
      return kept.map((node) => (node.type === 'struck' ? { ...node, reason: plain(node.reason) } : node));
    }
    hits += found.hits;
    return found.text
      .split('\n')
      .flatMap((text, index): Inline[] => [
        ...(index > 0 ? [{ type: 'break' } as const] : []),
        ...(text === '' ? [] : [{ type: 'text', text } as const]),
      ]);
  }
  function plain(text: string): string {
    const found = scrub(text);
    hits += found.hits;
    return found.text;
  }
  function list(of: List<Inline>): List<Inline> {
    const content = of.content.map((entry): ListItem<Inline> | List<Inline> =>
      entry.type === 'list' ? list(entry) : { ...entry, content: line(entry.content) },
    );
    return { ...of, content };
  }
  function block(one: Block): Block {
    switch (one.type) {
      case 'list':
        return list(one);
      case 'table':
        return {
          ...one,
          content: one.content.map((row) => ({
            ...row,
            content: row.content.map((cell) => ({ ...cell, content: line(cell.content) })),
          })),
        };
      case 'image':
        return {
          ...one,
          alt: plain(one.alt),
          ...(one.struck && { struck: { ...one.struck, reason: plain(one.struck.reason) } }),
        };
      default:
        return { ...one, content: line(one.content) };
    }
  }

  const blocks = document.blocks.map(block);
  const addenda = document.addenda?.map((one) => ({ ...one, content: one.content.map(block) }));
  return { document: { ...document, blocks, ...(addenda && { addenda }) }, hits };
}

function withoutGrades(content: readonly Inline[]): Inline[] {
  return content
    .filter((node) => node.type !== 'grade')
    .map((node) =>
      node.type === 'struck' ? { ...node, content: node.content.filter((inner) => inner.type !== 'grade') } : node,
    );
}
