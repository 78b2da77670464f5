import { execFileSync } from 'node:child_process';

/** Text of a PDF as poppler reads it, one string a page. */
export function pdfPages(path: string): string[] {
  return pagesOf(path);
}

/** The same as it lies on the page: the cells of a row in one line, also where they are of uneven height. */
export function pdfLayout(path: string): string[] {
  return pagesOf(path, '-layout');
}

function pagesOf(path: string, ...options: string[]): string[] {
  const text = execFileSync('pdftotext', [...options, path, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return text.split('\f').slice(0, -1);
}

/** `pdfinfo` of a PDF by key. */
export function pdfInfo(path: string): Record<string, string> {
  const lines = execFileSync('pdfinfo', [path], { encoding: 'utf8' }).split('\n');
  return Object.fromEntries(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
}

/** Letters and figures only: where a line breaks is no part of what it says. */
export function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
