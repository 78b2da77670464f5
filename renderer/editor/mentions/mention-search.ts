import {
  $createTextNode,
  $isTextNode,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type { Mention, Time } from '#model/document/format.ts';
import { $inlineNodes } from '../state/write-document.ts';
import { createStore, type Store } from '../store.ts';
import { type MentionScope, scopeAfter } from './scopes.ts';
import { createSuggester, type Suggestions } from './suggester.ts';
import { $findQuery } from './trigger.ts';

/** What can be put in the place of the @ and what is typed after it: a record, a date, a moment on the timeline. */
export interface Suggestion {
  readonly node: Mention | Time;
}

export interface MentionSearchState<S extends Suggestion> extends Suggestions<S> {
  /** What the list is narrowed to. */
  readonly scope: MentionScope;
  /** Index of the chosen suggestion; -1 when there is none. */
  readonly active: number;
  /** Where the @ stands on screen; null while the list is closed. */
  readonly anchor: { readonly left: number; readonly top: number; readonly bottom: number } | null;
}

export interface MentionSearch<S extends Suggestion> extends Store<MentionSearchState<S>> {
  choose(suggestion: S): void;
  /** Narrows the list to the next kind of thing, or the one before; after the last it shows all again. */
  narrow(by: number): void;
  /** Marks a suggestion, as by the arrow keys. */
  point(index: number): void;
  close(): void;
}

/**
 * The list of records that opens on @: arrows mark one, Enter takes it, Tab narrows it by kind, Esc closes it until another
 * @ is typed.
 * Holds state only; what shows it reads the store.
 */
export function registerMentionSearch<S extends Suggestion>(
  editor: LexicalEditor,
  find: (text: string, scope: MentionScope) => Promise<readonly S[]>,
): { search: MentionSearch<S>; stop: () => void } {
  const closed: MentionSearchState<S> = {
    text: '',
    items: [],
    status: 'ready',
    scope: 'all',
    active: -1,
    anchor: null,
  };
  const store = createStore(closed);
  /** The @ of the open list, and the one that was dismissed with Esc. */
  let at: { key: string; from: number } | null = null;
  let dismissed: { key: string; from: number } | null = null;
  let takeWhenReady = false;
  let scope: MentionScope = 'all';
  /** What was typed when the list was narrowed. */
  let narrowedAt: string | null = null;

  const ask = (text: string) => find(text, scope);
  const suggester = createSuggester(ask, (suggestions) => {
    if (at === null) return;
    const { items, status, text } = suggestions;
    const { anchor, text: before, active } = store.get();
    // Words that go on after the last suggestion is gone are plain text; who narrowed the list looks on in another scope.
    if (status === 'ready' && items.length === 0 && /\s/.test(text) && text !== narrowedAt) {
      close(true);
      return;
    }
    const kept = text === before && active < items.length ? active : 0;
    store.set({ ...suggestions, scope, anchor, active: items.length === 0 ? -1 : Math.max(kept, 0) });
    const first = items[0];
    if (takeWhenReady && status === 'ready') {
      takeWhenReady = false;
      if (first) choose(first);
    }
  });

  function close(dismiss = false): void {
    if (dismiss) dismissed = at;
    at = null;
    takeWhenReady = false;
    scope = 'all';
    narrowedAt = null;
    suggester.stop();
    store.set(closed);
  }

  function follow(): void {
    const query = editor.getEditorState().read($findQuery);
    if (!query || !editor.isEditable()) {
      dismissed = null;
      if (at !== null) close();
      return;
    }
    const here = { key: query.node.getKey(), from: query.from };
    if (dismissed !== null && dismissed.key === here.key && dismissed.from === here.from) return;
    dismissed = null;
    const isNew = at === null || at.key !== here.key || at.from !== here.from;
    at = here;
    if (isNew) store.set({ ...closed, status: 'loading', anchor: anchorOf(here) });
    suggester.ask(query.text);
  }

  function anchorOf({ key, from }: { key: string; from: number }): MentionSearchState<S>['anchor'] {
    const text = editor.getElementByKey(key)?.firstChild;
    if (!text) return { left: 0, top: 0, bottom: 0 };
    const range = document.createRange();
    range.setStart(text, Math.min(from, text.textContent?.length ?? 0));
    range.collapse(true);
    const { left, top, bottom } = range.getBoundingClientRect();
    return { left, top, bottom };
  }

  function choose({ node }: S): void {
    close();
    editor.update(() => {
      const query = $findQuery();
      if (!query) return;
      const parts = query.node.splitText(...[query.from, query.to].filter((offset) => offset > 0));
      const typed = parts[query.from > 0 ? 1 : 0];
      if (!typed) return;
      const [mention] = $inlineNodes([node]);
      if (!mention) return;
      typed.replace(mention);
      const next = mention.getNextSibling();
      if ($isTextNode(next) && /^[\s.,:;!?)\]»]/.test(next.getTextContent())) {
        next.select(0, 0);
      } else {
        const space = $createTextNode(' ');
        mention.insertAfter(space);
        space.select(1, 1);
      }
    });
  }

  function take(event: KeyboardEvent | null): boolean {
    const { anchor, active, items, status } = store.get();
    if (anchor === null || event?.shiftKey) return false;
    const chosen = items[active];
    if (status === 'loading') takeWhenReady = true;
    else if (chosen) choose(chosen);
    else return false;
    event?.preventDefault();
    return true;
  }

  function point(index: number): void {
    const state = store.get();
    if (state.items.length > 0) store.set({ ...state, active: (index + state.items.length) % state.items.length });
  }

  function narrow(by: number): void {
    const { anchor, text } = store.get();
    if (anchor === null) return;
    scope = scopeAfter(scope, by);
    narrowedAt = text;
    suggester.stop();
    store.set({ ...store.get(), scope, active: 0 });
    suggester.ask(text);
  }

  const step = (by: number) => (event: KeyboardEvent) => {
    const { anchor, active, items } = store.get();
    if (anchor === null || items.length === 0) return false;
    event.preventDefault();
    point(active + by);
    return true;
  };

  const stop = mergeRegister(
    editor.registerUpdateListener(follow),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (store.get().anchor === null) return false;
        event.preventDefault();
        narrow(event.shiftKey ? -1 : 1);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        if (at === null) return false;
        event.preventDefault();
        event.stopPropagation();
        close(true);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        close();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    () => suggester.stop(),
  );
  return {
    search: { get: store.get, subscribe: store.subscribe, choose, narrow, point, close: () => close(true) },
    stop,
  };
}
