import {
  $addUpdateTag,
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  registerEventListeners,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { Mention } from '#model/document/format.ts';
import type { LinkType } from '#model/kinds/note.ts';
import { $isMentionNode, $setLinkType, MentionNode } from '../nodes/mention-node.ts';
import { createStore, type Store } from '../store.ts';
import type { MentionDirectory } from './directory.ts';
import { paintMention } from './paint.ts';

/** The one mention that is selected, and whether its menu of link types is open. */
export interface SelectedMention {
  readonly key: NodeKey;
  readonly mention: Mention;
  readonly isMenuOpen: boolean;
  /** Where it stands on screen. */
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number };
}

export interface Mentions extends Store<SelectedMention | null> {
  openMenu(): void;
  /** Closes the menu; the mention stays selected and the text has the focus again. */
  closeMenu(): void;
  /** Closes the menu because the focus went elsewhere. */
  dismissMenu(): void;
  setLinkType(type: LinkType): void;
  /** Changes every mention of the record that has the type `from`. */
  setLinkTypes(to: Mention['to'], from: LinkType, type: LinkType): void;
}

/**
 * Keeps mentions as their records are now, and gives them to mouse and keyboard: click or Enter opens the record, the
 * context menu or Alt+Down opens the menu of link types.
 */
export function registerMentions(
  editor: LexicalEditor,
  directory: MentionDirectory,
  onOpen: (mention: Mention) => void,
): { mentions: Mentions; stop: () => void } {
  const keys = new Set<NodeKey>();
  const selected = createStore<SelectedMention | null>(null);

  const mentionAt = (target: EventTarget | null): { key: NodeKey; mention: Mention } | null =>
    editor.read(() => {
      const node = target instanceof Node ? $getNearestNodeFromDOMNode(target) : null;
      return $isMentionNode(node) ? { key: node.getKey(), mention: node.getMention() } : null;
    });

  const select = (key: NodeKey, isMenuOpen: boolean) => {
    editor.update(
      () => {
        const selection = $createNodeSelection();
        selection.add(key);
        $setSelection(selection);
        $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
      },
      { discrete: true },
    );
    const now = selected.get();
    if (now) selected.set({ ...now, isMenuOpen });
  };

  const follow = () => {
    const found = editor.getEditorState().read(() => {
      const selection = $getSelection();
      const nodes = $isNodeSelection(selection) ? selection.getNodes() : [];
      const [only] = nodes;
      return nodes.length === 1 && $isMentionNode(only) ? { key: only.getKey(), mention: only.getMention() } : null;
    });
    const before = selected.get();
    if (before && before.key !== found?.key) editor.getElementByKey(before.key)?.removeAttribute('data-selected');
    const element = found ? editor.getElementByKey(found.key) : null;
    if (!found || !element) {
      selected.set(null);
      return;
    }
    element.setAttribute('data-selected', '');
    if (before?.key === found.key && before.mention === found.mention) return;
    const { left, top, bottom } = element.getBoundingClientRect();
    selected.set({ ...found, box: { left, top, bottom }, isMenuOpen: false });
  };

  const mentions: Mentions = {
    get: selected.get,
    subscribe: selected.subscribe,
    openMenu() {
      const now = selected.get();
      if (now && editor.isEditable()) selected.set({ ...now, isMenuOpen: true });
    },
    closeMenu() {
      mentions.dismissMenu();
      editor.getRootElement()?.focus({ preventScroll: true });
    },
    dismissMenu() {
      const now = selected.get();
      if (now?.isMenuOpen) selected.set({ ...now, isMenuOpen: false });
    },
    setLinkType(type) {
      const now = selected.get();
      if (!now) return;
      editor.update(
        () => {
          const node = $getNodeByKey(now.key);
          if (!$isMentionNode(node) || node.getMention().link === type) return;
          const selection = $createNodeSelection();
          selection.add($setLinkType(node, type).getKey());
          $setSelection(selection);
        },
        { discrete: true },
      );
      mentions.closeMenu();
    },
    setLinkTypes(to, from, type) {
      editor.update(() => {
        for (const key of keys) {
          const node = $getNodeByKey(key);
          if ($isMentionNode(node) && node.getMention().to === to && node.getMention().link === from) {
            $setLinkType(node, type);
          }
        }
      });
    },
  };

  const onMouseDown = (event: MouseEvent) => {
    // The caret must not jump before the record opens.
    if (mentionAt(event.target)) event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const hit = mentionAt(event.target);
    if (hit) onOpen(hit.mention);
  };
  /** In a text that is only shown there is no caret to select a mention with: each is a stop of Tab. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (editor.isEditable() || event.key !== 'Enter') return;
    const hit = mentionAt(event.target);
    if (hit) onOpen(hit.mention);
  };
  const onContextMenu = (event: MouseEvent) => {
    const hit = mentionAt(event.target);
    if (!hit || !editor.isEditable()) return;
    event.preventDefault();
    select(hit.key, true);
  };

  const stop = mergeRegister(
    editor.registerMutationListener(MentionNode, (nodes) => {
      for (const [key, change] of nodes) {
        if (change === 'destroyed') keys.delete(key);
        else keys.add(key);
      }
    }),
    directory.subscribe((ids) => {
      editor.getEditorState().read(() => {
        for (const key of keys) {
          const node = $getNodeByKey(key);
          const dom = editor.getElementByKey(key);
          if ($isMentionNode(node) && dom && ids.has(node.getMention().to))
            paintMention(editor, dom, node.getMention());
        }
      });
    }),
    editor.registerUpdateListener(follow),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const now = selected.get();
        if (!now || event?.shiftKey) return false;
        event?.preventDefault();
        onOpen(now.mention);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!selected.get() || !isMenuKey(event)) return false;
        event.preventDefault();
        mentions.openMenu();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerRootListener((root) => {
      if (!root) return;
      return registerEventListeners(root, {
        mousedown: onMouseDown,
        click: onClick,
        contextmenu: onContextMenu,
        keydown: onKeyDown,
      });
    }),
  );
  return { mentions, stop };
}

function isMenuKey(event: KeyboardEvent): boolean {
  return (
    (event.altKey && event.key === 'ArrowDown') ||
    event.key === 'ContextMenu' ||
    (event.shiftKey && event.key === 'F10')
  );
}
