import { choice, required, text } from '../field.ts';
import { defineKind } from './define.ts';

/** A filter that was given a name, for the page it belongs to. It belongs to the book: a shift finds what the last one set. */
export const savedView = defineKind({
  kind: 'saved_view',
  table: 'saved_view',
  scope: 'book',
  tone: 'note',
  icon: 'filter',
  area: 'people',
  linkable: false,
  listed: false,
  // It is chosen from the list of its page, and no page shows it.
  searched: false,
  fields: {
    name: required(text(120)),
    page: required(choice(['board', 'timeline', 'search', 'today'])),
    /** The filter as the page writes it, `name=value` joined by `&`. */
    filter: required(text(4_000)),
  },
  title: (v) => v.name,
  span: () => null,
  lane: null,
});
