import type { Tone } from '#model/kinds/define.ts';
import type { Kind } from '#model/kinds.ts';
import type { IconName } from '#renderer/ui/Icon.tsx';

/** A stretch of a text that was searched for, in UTF-16 units. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** One line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly icon: IconName;
  /** Set for a record: its mark in its hue. */
  readonly kind?: Kind;
  readonly tone?: Tone;
  readonly title: string;
  /** Where it is, or of what kind and when. */
  readonly detail?: string;
  /** A piece of its text, with what was found in it. */
  readonly excerpt?: { readonly text: string; readonly marks: readonly Mark[] };
  /** Grade of the statement that was found. */
  readonly grade?: string;
  readonly keys?: string;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** Cuts a text at its marks: each piece, and whether it was found. Marks that overlap or lie outside are put right. */
export function pieces(text: string, marks: readonly Mark[]): { text: string; found: boolean }[] {
  const parts: { text: string; found: boolean }[] = [];
  let at = 0;
  for (const { from, to } of [...marks].sort((a, b) => a.from - b.from)) {
    const start = Math.max(at, from);
    const end = Math.min(text.length, to);
    if (end <= start) continue;
    if (start > at) parts.push({ text: text.slice(at, start), found: false });
    parts.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false });
  return parts;
}

/** True if every word typed begins a word of the text, or stands somewhere in it when it is three letters or longer. */
export function fits(text: string, typed: string): boolean {
  const within = text.toLocaleLowerCase();
  const words = within.split(/[\s,.:()/-]+/);
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)) || (part.length > 2 && within.includes(part)));
}
