/** Most frames a record may take to be there before the keys stay where they are. */
const MOST_FRAMES = 30;
const FIELDS = '.vb-inspector-body :is(input, select, textarea, button)';

/** Takes the keys into the record that was just opened, as soon as its fields are there. */
export function enterInspector(frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(FIELDS);
    if (field) field.focus();
    else if (frames > 0) enterInspector(frames - 1);
  });
}
