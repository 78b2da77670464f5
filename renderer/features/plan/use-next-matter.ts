import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Client } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { usePlanDesk } from './desk.tsx';
import { isOpenDate, type Matter, stretchesOf } from './matters.ts';
import type { Plan } from './plan.ts';

const DAY_MS = 86_400_000;
/** How far beyond the plan that is fetched is looked, each stretch after the one before: a quarter, a year, four years. */
const FURTHER_MS = [92 * DAY_MS, 366 * DAY_MS, 4 * 366 * DAY_MS];

interface Sought {
  readonly about: readonly Matter['about'][];
  readonly fromAt: number;
}

/**
 * Goes to the next matter after the one that is selected, also where it lies outside the plan that is fetched: the core
 * is asked for it, the view goes there, and it is selected when its plan has come. After the last it says so, and begins
 * again when it is asked once more. Back it goes as far as the plan that is fetched. The keys of the drawing, of the list
 * and the buttons all come here.
 * @param goTo brings a time into view, ms UTC
 */
export function useNextMatter(goTo: (at: number) => void) {
  const { caseId, plan, matters, itemId, jumpTo } = usePlanDesk();
  const client = useClient();
  const notify = useNotify();
  const sought = useRef<Sought | null>(null);
  const isAsking = useRef(false);
  const told = useRef<string | null>(null);
  const { t } = useTranslation('period');
  // Several matters may lie on one bar: which of them was come to last is remembered.
  const last = useRef<string | null>(null);

  useEffect(() => {
    const wanted = sought.current;
    const found = wanted && openOf(matters, wanted.about).find(({ toAt }) => toAt > wanted.fromAt);
    if (!found) return;
    sought.current = null;
    last.current = found.key;
    jumpTo.current(found.itemId);
  }, [matters, jumpTo]);

  const go = (matter: Matter) => {
    last.current = matter.key;
    jumpTo.current(matter.itemId);
  };
  const tellEnd = (first: Matter, keys: string) => {
    const from = () => {
      told.current = null;
      go(first);
    };
    if (told.current === `${keys} ${itemId}`) return from();
    told.current = `${keys} ${itemId}`;
    notify.show({ title: t('last'), action: { label: t('fromStart'), keys, run: from } });
  };

  /**
   * @param fromAt where to begin when no matter is selected
   * @param none told when there is none at all
   * @param keys that ask for it
   */
  return async (
    about: readonly Matter['about'][],
    fromAt: number,
    none: string,
    keys: string,
    direction: 1 | -1 = 1,
  ): Promise<void> => {
    if (!plan || isAsking.current) return;
    const open = openOf(matters, about);
    const next = nextOf(open, { itemId, key: last.current }, fromAt, direction);
    if (next) return go(next);
    if (direction === -1) return;
    isAsking.current = true;
    try {
      const beyond = await firstBeyond(client, caseId, plan, about);
      if (beyond !== null) {
        sought.current = { about, fromAt: beyond };
        goTo(beyond);
      } else if (open[0]) tellEnd(open[0], keys);
      else notify.show({ title: none });
    } catch (error) {
      notify.fail(error);
    } finally {
      isAsking.current = false;
    }
  };
}

/**
 * The matter after or before the one that is come to, on another item than it.
 * @param at item that is selected, and the matter that was gone to last
 * @param fromAt where to look from when no matter is selected, ms UTC
 */
export function nextOf(
  open: readonly Matter[],
  at: { readonly itemId: string | null; readonly key: string | null },
  fromAt: number,
  direction: 1 | -1,
): Matter | undefined {
  const isAt = (one: Matter) => one.itemId === at.itemId;
  const known = open.findIndex((one) => one.key === at.key && isAt(one));
  const index = known >= 0 ? known : open.findIndex(isAt);
  if (index < 0) {
    return direction === 1 ? open.find(({ toAt }) => toAt > fromAt) : open.findLast((one) => one.fromAt < fromAt);
  }
  const others = direction === 1 ? open.slice(index + 1) : open.slice(0, index).reverse();
  return others.find((one) => !isAt(one));
}

function openOf(matters: readonly Matter[], about: readonly Matter['about'][]): Matter[] {
  return matters.filter((one) => one.accepted === null && about.includes(one.about));
}

/** Start of the first matter after the plan that is fetched, or before it from now on; null if there is none. */
async function firstBeyond(
  client: Client,
  caseId: RecordId,
  plan: Plan,
  about: readonly Matter['about'][],
): Promise<number | null> {
  const { window } = plan.view;
  const { nowAt } = plan.index.plan;
  let fromAt = Math.max(window.toAt, nowAt);
  for (const length of FURTHER_MS) {
    const found = await firstWithin(client, caseId, plan, about, fromAt, fromAt + length);
    if (found !== null) return found;
    fromAt += length;
  }
  return window.fromAt > nowAt ? firstWithin(client, caseId, plan, about, nowAt, window.fromAt) : null;
}

async function firstWithin(
  client: Client,
  caseId: RecordId,
  plan: Plan,
  about: readonly Matter['about'][],
  fromAt: number,
  toAt: number,
): Promise<number | null> {
  const asked = { caseId, fromAt, toAt };
  const starts: number[] = [];
  const isOpen = (key: string) => !plan.accepted.has(key);
  if (about.includes('gap')) {
    const [{ intervals }, { raised, nowAt }] = await Promise.all([
      client.invoke('plan.coverage', asked),
      client.invoke('plan.conflicts', asked),
    ]);
    for (const one of raised) if (isOpen(one.key) && isOpenDate(one, nowAt)) starts.push(one.fromAt);
    for (const one of stretchesOf(intervals.filter(({ layer }) => layer === 'planned'))) {
      if (one.state !== 'gap' && one.state !== 'thin') continue;
      if (isOpen(`${one.state}:${keyOf(one.need)}:${one.fromAt}-${one.toAt}`)) starts.push(one.fromAt);
    }
  } else {
    const { conflicts, items } = await client.invoke('plan.conflicts', asked);
    // What is told of work without a decision is no one's task, here as in the list of matters.
    const work = items.filter(({ type }) => type !== 'no_decision');
    for (const one of [...conflicts, ...work]) if (isOpen(one.key) && one.toAt > fromAt) starts.push(one.fromAt);
  }
  // What began before the stretch is a matter of the plan that is fetched already.
  const later = starts.filter((at) => at >= fromAt && at < toAt);
  return later.length > 0 ? Math.min(...later) : null;
}
