/**
 * Number of pages of a PDF as Chromium writes it: the count of the page tree's root, which is the highest there is
 * (ISO 32000-2, 7.7.3.2). Chromium keeps these objects outside compressed streams.
 * @throws Error when the bytes hold no page tree
 */
export function countPdfPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const counts = [...text.matchAll(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*>>/g)].map(([tree]) =>
    Number(/\/Count\s+(\d+)/.exec(tree)?.[1] ?? 0),
  );
  if (counts.length === 0) throw new Error('not a PDF with a page tree');
  return Math.max(...counts);
}
