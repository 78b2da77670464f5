/** How long the page that prints may take to draw a document, ms: its pictures are most of it, a second for each megabyte. */
export function drawnWithinMs(documentJson: string): number {
  return 30_000 + documentJson.length / 1_000;
}
