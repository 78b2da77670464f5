/**
 * A file dropped where nothing takes it would be opened by the browser in the place of the page. Places that take files
 * handle the drop before it comes here.
 */
export function guardDrops(page: Document): void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
}
