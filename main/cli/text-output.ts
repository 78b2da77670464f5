import { cleanText } from '#model/clean-text.ts';

/** An answer for a person at a terminal: `key: value` lines, a line an entry. */
export function textOf(answer: unknown): string {
  if (Array.isArray(answer)) return answer.map((entry) => lineOf(entry)).join('\n') + (answer.length > 0 ? '\n' : '');
  if (answer === null || typeof answer !== 'object') return `${plain(answer)}\n`;
  return Object.entries(answer)
    .map(([key, value]) => (isTable(value) ? `${key}:\n${tableOf(value)}` : `${key}: ${wordsOf(value)}\n`))
    .join('');
}

/** Entries that would be read as one line of a thousand words. */
function isTable(value: unknown): value is readonly Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 1 && value.every(isPlain);
}

function tableOf(entries: readonly Record<string, unknown>[]): string {
  return entries.map((entry) => `  ${pairs(entry)}\n`).join('');
}

function lineOf(entry: unknown): string {
  if (entry === null || typeof entry !== 'object') return plain(entry);
  return Object.values(entry).map(wordsOf).join('  ');
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map((one) => (isPlain(one) ? pairs(one) : plain(one))).join('; ');
  }
  if (isPlain(value)) return pairs(value) || 'none';
  return value === null ? '-' : plain(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function pairs(value: Record<string, unknown>): string {
  return Object.entries(value)
    .map(([key, one]) => `${key} ${wordsOf(one)}`)
    .join(', ');
}

/** Words on one line, without signs that a terminal would take for orders or that turn the reading round. */
function plain(value: unknown): string {
  return cleanText(String(value)).replace(/(?<!\s)\s*\n\s*/g, ' ');
}

/** C1 controls, which JSON lets stand as they are and a terminal takes for orders, and delete. */
const CONTROLS = /[\u007f-\u009f]/g;

/** JSON on one line, each control as its escape: the same value for who reads it, and nothing to a terminal. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(CONTROLS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
