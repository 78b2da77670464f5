import type { InputOf } from '#contract/routes.ts';
import { assignment } from '#model/kinds/duty.ts';

/** A post of a crew: leader, advance, inner, outer, driver … */
export type Post = NonNullable<InputOf<'plan.assign'>['post']>;

/** The posts in the order they are offered. */
export const POSTS: readonly Post[] = assignment.fields.post.options;
