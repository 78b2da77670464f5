/** Names of the marks over a text, styled in `editor.css` by `::highlight()`. */
export type MarkName = 'note-found' | 'note-found-now' | 'note-spelling';

/** Marks ranges of the text without touching it (CSS Custom Highlight API); none takes the marks away. */
export function setMarks(name: MarkName, ranges: readonly Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
