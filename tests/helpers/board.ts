import type { InputOf } from '#contract/routes.ts';

const ALL = 10_000;

/** The board of the day over all cases, with every row. */
export const WHOLE_BOARD: InputOf<'today.view'> = {
  whose: 'unit',
  duty: null,
  responsible: null,
  unit: null,
  kind: null,
  only: null,
  older: true,
  most: { danger: ALL, law: ALL, expiry: ALL, own: ALL },
};
