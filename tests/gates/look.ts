import { callScript } from '#tests/scripts/call-script.ts';
import type { Tree } from '#tests/scripts/tree.ts';

/** What a gate of `npm run check` says about a tree. `words` is what it shows when it is shut. */
export function look(gate: string, tree: Tree): { ok: boolean; words: string } {
  const answer = callScript('gates.mjs', 'look', [gate, tree.top]);
  if (!('value' in answer)) throw new Error(answer.error.message);
  return answer.value as { ok: boolean; words: string };
}
