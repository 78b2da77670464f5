/** The keys that open the menu of what is selected in the text. */
export function isMenuKey(event: KeyboardEvent): boolean {
  return (
    (event.altKey && event.key === 'ArrowDown') ||
    event.key === 'ContextMenu' ||
    (event.shiftKey && event.key === 'F10')
  );
}
