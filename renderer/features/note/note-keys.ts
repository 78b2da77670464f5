/** Keys of an open note beside those of its text's actions, for its toolbar, its commands and the list of keys. */
export const NOTE_KEYS = { toolbar: 'Alt+F10', find: 'Ctrl+F', link: 'Ctrl+Shift+K', grade: 'Ctrl+G' } as const;
