import { $isListItemNode, ListItemNode } from '@lexical/list';
import { $getNodeByKey, type LexicalEditor } from 'lexical';

/** What is said of an item of a check list. */
export interface CheckWords {
  readonly ticked: string;
  readonly unticked: string;
}

/**
 * Items of a check list stay items of a list to a screen reader, which says after each whether it is ticked. The library
 * makes each a checkbox instead, a role that an item of a list may not have (ARIA in HTML).
 */
export function registerCheckItems(editor: LexicalEditor, words: CheckWords): () => void {
  return editor.registerMutationListener(ListItemNode, (changes) => {
    editor.getEditorState().read(() => {
      for (const [key, change] of changes) {
        const item = change === 'destroyed' ? null : $getNodeByKey(key);
        const dom = editor.getElementByKey(key);
        if (!dom || !$isListItemNode(item)) continue;
        for (const name of ['role', 'aria-checked', 'tabindex']) dom.removeAttribute(name);
        const checked = item.getChecked();
        if (checked === undefined) dom.removeAttribute('aria-description');
        else dom.setAttribute('aria-description', checked ? words.ticked : words.unticked);
      }
    });
  });
}
