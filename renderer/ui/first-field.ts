/** How exactly a time is known is said after the time: nobody begins there. */
const FIELDS = ':is(input, select, textarea):not(.vb-qualifier)';

/** The field of a form in which typing begins: the first that says nothing yet, else the first. */
export function firstField(form: HTMLElement): HTMLElement | undefined {
  const fields = [...form.querySelectorAll<HTMLInputElement>(FIELDS)];
  return fields.find(({ value }) => value === '') ?? fields[0];
}
