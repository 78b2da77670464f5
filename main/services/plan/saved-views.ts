import { z } from 'zod';
import { type SavedView, savedView } from '#contract/plan.ts';
import type { Context } from '../context.ts';

const SETTING = 'plan.saved_views';

/** Views of the plan that are kept with the book; what cannot be read is as if it were not there. */
export async function readSavedViews({ book }: Context): Promise<SavedView[]> {
  const text = await book.setting(SETTING);
  if (text === null) return [];
  try {
    return z.array(savedView).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

export async function keepSavedViews({ book }: Context, views: readonly SavedView[]): Promise<void> {
  await book.setSetting(SETTING, views.length === 0 ? null : JSON.stringify(views));
}
