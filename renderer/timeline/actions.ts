import type { Engine } from './engine.ts';
import { singleItem } from './hit-test.ts';
import type { Hit } from './layout.ts';
import { fitView } from './scale.ts';
import { select } from './selection.ts';
import { SIZE } from './sizes.ts';

/** Part of the window kept free before an item that is brought into view. */
const MARGIN = 0.15;

/** Brings an item into view: unfolds its group, scrolls to its lane, pans until its beginning is seen. */
export function reveal(engine: Engine, id: string): void {
  const { state } = engine;
  const found = state.prepared.byId.get(id);
  if (!found) return;
  const groupId = state.prepared.laneById.get(found.item.laneId)?.lane.group;
  if (groupId !== undefined && state.collapsed.has(groupId)) engine.toggleGroup(groupId);
  const strip = state.arrangement.laneById.get(found.item.laneId);
  if (strip) {
    const top = strip.y + found.row * strip.rowHeight;
    const bottom = top + strip.rowHeight;
    if (top < state.scrollTop) engine.scrollTo(top - SIZE.group);
    else if (bottom > state.scrollTop + state.height) engine.scrollTo(bottom - state.height);
  }
  const { fromAt, toAt } = state.view;
  const span = toAt - fromAt;
  const isSeen = found.fromAt >= fromAt && found.fromAt <= toAt - span * 0.02;
  const isAround = found.fromAt < fromAt && found.toAt > fromAt + span * MARGIN;
  if (isSeen || isAround) return;
  const start = found.fromAt < fromAt ? found.fromAt - span * MARGIN : found.fromAt - span * (1 - 2 * MARGIN);
  engine.setView({ fromAt: start, toAt: start + span });
}

/** A press on an item selects it; on a disc it zooms until its items part, or tells the app if none ever will. */
export function pressMark(engine: Engine, hit: Hit, { clientX, clientY }: PointerEvent): void {
  const item = singleItem(hit);
  if (item) {
    select(engine, item.id, 'pointer');
    return;
  }
  const { members } = hit.mark;
  const [first] = members;
  if (!first) return;
  const isOneTime = members.every((member) => member.fromAt === first.fromAt && member.toAt === first.toAt);
  if (isOneTime) {
    engine.emit('cluster', { ids: members.map((member) => member.item.id), clientX, clientY });
    return;
  }
  const toAt = members.reduce((latest, { toAt: end }) => (Number.isFinite(end) ? Math.max(latest, end) : latest), 0);
  engine.setView(fitView({ fromAt: first.fromAt, toAt: Math.max(toAt, members.at(-1)?.fromAt ?? 0) }, 0.25));
}
