/** Keys of an open note beside those of its text's actions, for its toolbar, its commands and the list of keys. */
export const NOTE_KEYS = { toolbar: 'Alt+F10', find: 'Ctrl+F', link: 'Ctrl+Shift+K', grade: 'Ctrl+G' } as const;

/** What the text answers to where the caret stands: on the list of keys alone, for no command could know the place. */
export const PLACE_KEYS = { spelling: 'Ctrl+.', open: 'Enter', menu: 'Alt+ArrowDown', line: 'Shift+Enter' } as const;
