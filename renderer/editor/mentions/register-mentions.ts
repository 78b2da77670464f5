import {
  $addUpdateTag,
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  registerEventListeners,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { LinkTarget, Time } from '#model/document/format.ts';
import type { LinkType } from '#model/kinds/note.ts';
import { isMenuKey } from '../menu-key.ts';
import { $isImageNode, $linkImage, ImageNode } from '../nodes/image-node.ts';
import { $changeLink, $isMentionNode, MentionNode, withLink } from '../nodes/mention-node.ts';
import { paintersOf } from '../nodes/painters.ts';
import { $isSpanNode, $unwrapSpan, SpanNode } from '../nodes/span-node.ts';
import { $isTimeNode } from '../nodes/time-node.ts';
import { $selectedWhole, $selectWhole } from '../select-node.ts';
import { createStore, type Store } from '../store.ts';
import type { MentionDirectory } from './directory.ts';
import { $changeSpan, $markSpan } from './mark-span.ts';

/** What carries a link: a mention by name, words of the text, a picture. */
type Carrier = 'mention' | 'span' | 'picture';

/** The one link that is selected, or in whose words the caret stands, and whether its menu is open. */
export interface SelectedLink {
  readonly key: NodeKey;
  readonly target: LinkTarget;
  readonly carrier: Carrier;
  readonly isMenuOpen: boolean;
  /** Where it stands on screen. */
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number };
}

export interface Mentions extends Store<SelectedLink | null> {
  openMenu(): void;
  /** Closes the menu; the link stays selected and the text has the focus again. */
  closeMenu(): void;
  /** Closes the menu because the focus went elsewhere. */
  dismissMenu(): void;
  /** Changes type or date of the selected link; a date of null takes it away. */
  change(change: { link?: LinkType; date?: LinkTarget['date'] | null }): void;
  /** Takes the link of the selected words or picture away, or the selected mention. */
  removeLink(): void;
  /** Changes every link to the record that has the type `from`. */
  setLinkTypes(to: LinkTarget['to'], from: LinkType, type: LinkType): void;
  /** True if words or a picture are selected that can be made a link. */
  canMark(): boolean;
  /** The selected words, or those of the selected picture, at most so many characters. */
  selectedWords(length: number): string;
  /** Makes the selected words, or the selected picture, a link. */
  mark(target: LinkTarget): void;
}

export interface MentionHandlers {
  /** A link was followed. */
  onOpen(target: LinkTarget): void;
  /** A date or time was followed. */
  onOpenTime(time: Time): void;
}

/**
 * Keeps links as their records are now, and gives them to mouse and keyboard: click or Enter opens the record, the context
 * menu or Alt+Down opens the menu of the link. Marked words are text: there Ctrl with a click opens, a click alone puts
 * the caret.
 */
export function registerMentions(
  editor: LexicalEditor,
  directory: MentionDirectory,
  { onOpen, onOpenTime }: MentionHandlers,
): { mentions: Mentions; stop: () => void } {
  const keys = new Set<NodeKey>();
  const selected = createStore<SelectedLink | null>(null);

  const nodeAt = <T>(target: EventTarget | null, read: (node: LexicalNode) => T | null): T | null =>
    editor.read(() => {
      const node = target instanceof Node ? $getNearestNodeFromDOMNode(target) : null;
      return node ? read(node) : null;
    });
  const linkAt = (target: EventTarget | null) => nodeAt(target, $linkOf);
  /** What a click on the element follows: of a picture only the plate under it is a link. */
  const followedAt = (target: EventTarget | null) => {
    const link = linkAt(target);
    const isPlate = target instanceof Element && target.closest('[data-to]') !== null;
    return link?.carrier === 'picture' && !isPlate ? null : link;
  };
  const timeAt = (target: EventTarget | null) => nodeAt(target, (node) => ($isTimeNode(node) ? node.getValue() : null));

  const selectForMenu = (key: NodeKey) => {
    editor.update(
      () => {
        const node = $getNodeByKey(key);
        if ($isSpanNode(node)) node.selectEnd();
        else if (node) $selectWhole(node);
        $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
      },
      { discrete: true },
    );
    mentions.openMenu();
  };

  const follow = () => {
    const found = editor.getEditorState().read($selectedLink);
    const before = selected.get();
    if (before && before.key !== found?.key) editor.getElementByKey(before.key)?.removeAttribute('data-selected');
    const element = found ? editor.getElementByKey(found.key) : null;
    if (!found || !element) {
      selected.set(null);
      return;
    }
    element.setAttribute('data-selected', '');
    if (before?.key === found.key && before.target === found.target) return;
    selected.set({ ...found, box: boxOf(element), isMenuOpen: false });
  };

  const $repaint = (key: NodeKey, ids: ReadonlySet<LinkTarget['to']>) => {
    const node = $getNodeByKey(key);
    const dom = editor.getElementByKey(key);
    if (!node || !dom) return;
    if ($isMentionNode(node) && ids.has(node.getValue().to)) paintersOf(editor).mention(dom, node.getValue());
    if ($isSpanNode(node) && ids.has(node.getTarget().to)) paintersOf(editor).span(dom, node.getTarget());
    const { link } = $isImageNode(node) ? node.getValue() : {};
    const plate = dom.querySelector<HTMLElement>('.note-mention');
    if (link && plate && ids.has(link.to)) paintersOf(editor).mention(plate, link);
  };

  const mentions: Mentions = {
    get: selected.get,
    subscribe: selected.subscribe,
    openMenu() {
      const now = selected.get();
      const element = now && editor.getElementByKey(now.key);
      // Where it stands now: a picture has grown since it was selected, and its menu belongs to the plate under it.
      if (element && editor.isEditable()) selected.set({ ...now, box: boxOf(element), isMenuOpen: true });
    },
    closeMenu() {
      mentions.dismissMenu();
      editor.getRootElement()?.focus({ preventScroll: true });
    },
    dismissMenu() {
      const now = selected.get();
      if (now?.isMenuOpen) selected.set({ ...now, isMenuOpen: false });
    },
    change(change) {
      const now = selected.get();
      if (!now) return;
      editor.update(
        () => {
          const node = $getNodeByKey(now.key);
          const changed = node && $change(node, change);
          if ($isMentionNode(changed) || $isImageNode(changed)) $selectWhole(changed);
        },
        { discrete: true },
      );
      mentions.closeMenu();
    },
    removeLink() {
      const now = selected.get();
      if (!now) return;
      editor.update(
        () => {
          const node = $getNodeByKey(now.key);
          if ($isSpanNode(node)) $unwrapSpan(node);
          else if ($isImageNode(node)) $selectWhole($linkImage(node, null));
          else if (node) {
            node.selectPrevious();
            node.remove();
          }
        },
        { discrete: true },
      );
      mentions.closeMenu();
    },
    setLinkTypes(to, from, type) {
      editor.update(() => {
        for (const key of keys) {
          const node = $getNodeByKey(key);
          const link = node && $linkOf(node);
          if (node && link?.target.to === to && link.target.link === from) $change(node, { link: type });
        }
      });
    },
    canMark: () =>
      editor.isEditable() &&
      editor.getEditorState().read(() => {
        const selection = $getSelection();
        if ($isNodeSelection(selection)) return $isImageNode($selectedWhole());
        return $isRangeSelection(selection) && !selection.isCollapsed() && selection.getTextContent().trim() !== '';
      }),
    selectedWords: (length) =>
      editor
        .getEditorState()
        .read(() => $getSelection()?.getTextContent().trim().slice(0, length).toWellFormed() ?? ''),
    mark(target) {
      editor.update(
        () => {
          const picture = $selectedWhole();
          if ($isImageNode(picture)) $selectWhole($linkImage(picture, target));
          else $markSpan(target);
        },
        { discrete: true },
      );
      editor.getRootElement()?.focus({ preventScroll: true });
    },
  };

  const onMouseDown = (event: MouseEvent) => {
    // The caret must not jump before the record opens.
    const link = followedAt(event.target);
    if (timeAt(event.target) || (link && (link.carrier !== 'span' || event.ctrlKey || event.metaKey)))
      event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const time = timeAt(event.target);
    if (time) onOpenTime(time);
    const link = followedAt(event.target);
    if (link && (link.carrier !== 'span' || !editor.isEditable() || event.ctrlKey || event.metaKey))
      onOpen(link.target);
  };
  /** In a text that is only shown there is no caret to select a link with: each is a stop of Tab. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (editor.isEditable() || event.key !== 'Enter') return;
    const link = linkAt(event.target);
    if (link) onOpen(link.target);
    const time = timeAt(event.target);
    if (time) onOpenTime(time);
  };
  const onContextMenu = (event: MouseEvent) => {
    const link = linkAt(event.target);
    if (!link || !editor.isEditable()) return;
    event.preventDefault();
    selectForMenu(link.key);
  };

  const followKeys = (nodes: ReadonlyMap<NodeKey, string>) => {
    for (const [key, change] of nodes) {
      if (change === 'destroyed') keys.delete(key);
      else keys.add(key);
    }
  };

  const stop = mergeRegister(
    editor.registerMutationListener(MentionNode, followKeys),
    editor.registerMutationListener(SpanNode, followKeys),
    editor.registerMutationListener(ImageNode, followKeys),
    directory.subscribe((ids) => {
      editor.getEditorState().read(() => {
        for (const key of keys) $repaint(key, ids);
      });
    }),
    editor.registerUpdateListener(follow),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const selection = $getSelection();
        const [node] = $isNodeSelection(selection) ? selection.getNodes() : [];
        if (!node || event?.shiftKey) return false;
        const link = $linkOf(node);
        // Enter on a picture asks what is seen on it.
        if (link?.carrier === 'picture') return false;
        if (link) onOpen(link.target);
        else if ($isTimeNode(node)) onOpenTime(node.getValue());
        else return false;
        event?.preventDefault();
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

/** Where a link stands on screen: that of a picture is its plate. */
function boxOf(element: HTMLElement): SelectedLink['box'] {
  const { left, top, bottom } = (element.querySelector('.note-mention') ?? element).getBoundingClientRect();
  return { left, top, bottom };
}

type FoundLink = Pick<SelectedLink, 'key' | 'target' | 'carrier'>;

/** The link that the node is, has or lies in. */
function $linkOf(node: LexicalNode): FoundLink | null {
  if ($isMentionNode(node)) return { key: node.getKey(), target: node.getValue(), carrier: 'mention' };
  if ($isImageNode(node)) {
    const { link } = node.getValue();
    return link ? { key: node.getKey(), target: link, carrier: 'picture' } : null;
  }
  const span = $findMatchingParent(node, $isSpanNode);
  return span && { key: span.getKey(), target: span.getTarget(), carrier: 'span' };
}

function $selectedLink(): FoundLink | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [only, ...others] = selection.getNodes();
    return only && others.length === 0 ? $linkOf(only) : null;
  }
  return $isRangeSelection(selection) && selection.isCollapsed() ? $linkOf(selection.anchor.getNode()) : null;
}

function $change(
  node: LexicalNode,
  { link, date }: { link?: LinkType; date?: LinkTarget['date'] | null },
): LexicalNode {
  const change = { ...(link ? { link } : {}), ...(date === undefined ? {} : { date: date ?? undefined }) };
  if ($isMentionNode(node)) return $changeLink(node, change);
  const { link: old } = $isImageNode(node) ? node.getValue() : {};
  if ($isImageNode(node) && old) return $linkImage(node, withLink(old, change));
  return $isSpanNode(node) ? $changeSpan(node, change) : node;
}
