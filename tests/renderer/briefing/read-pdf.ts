import { execFileSync } from 'node:child_process';

/** A PDF as the tools of poppler read it. The bytes go through standard input: no file is made. */
export function readPdf(pdf: Uint8Array) {
  const run = (tool: string, args: string[]) => {
    return execFileSync(tool, [...args, '-', ...(tool === 'pdftotext' ? ['-'] : [])], {
      input: pdf,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'ignore'],
    }).toString();
  };
  const info = new Map(
    run('pdfinfo', [])
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  /** Text of all pages or one, spaces and line ends as one space each. */
  const text = (page?: number) => {
    const pages = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
    return oneSpace(run('pdftotext', pages));
  };
  /** Text of each page in the order in which it was drawn: that of the document, row by row. */
  const drawn = () => run('pdftotext', ['-raw']).split('\f').slice(0, -1).map(oneSpace);
  return { info, pages: Number(info.get('Pages')), text, drawn, structure: () => run('pdfinfo', ['-struct']) };
}

export function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
