import { announce, reveal, select } from './actions.ts';
import { previewNudge } from './drag.ts';
import type { Engine } from './engine.ts';
import { hitOfItem } from './hit-test.ts';
import { type KeyCommand, keyCommand } from './keys.ts';
import { panView, zoomView } from './scale.ts';
import { DIRTY } from './stage.ts';
import { walk } from './walk.ts';

/** Listens to keys on the plot. Returns how to stop. */
export function listenToKeys(engine: Engine): () => void {
  const { plot } = engine.dom;
  // Up and down keep to the time of the last step sideways.
  let anchor: { id: string; at: number } | null = null;

  const run = (command: KeyCommand): boolean => {
    const { state } = engine;
    switch (command.type) {
      case 'walk': {
        const current = state.selectedId;
        const isVertical = command.step === 'up' || command.step === 'down';
        const startAt = current === null ? undefined : state.prepared.byId.get(current)?.placed.fromAt;
        const anchorAt = (anchor?.id === current ? anchor?.at : startAt) ?? middleOf(engine);
        const id = walk(state.arrangement, current, command.step, anchorAt, state.view);
        if (id === null) return true;
        anchor = isVertical && current !== null ? { id, at: anchorAt } : null;
        reveal(engine, id);
        select(engine, id, 'keyboard');
        return true;
      }
      case 'nudge':
        return nudge(engine, command.mode, command.steps);
      case 'zoom':
        engine.setView(zoomView(state.view, command.factor, focusTime(engine)));
        return true;
      case 'pan':
        engine.setView(panView(state.view, (state.view.toAt - state.view.fromAt) * command.windows));
        return true;
      case 'goTo':
        return goTo(engine, command.end);
      case 'fit':
        engine.showAll();
        return true;
      case 'open':
        if (state.selectedId === null) return false;
        engine.emit('open', { id: state.selectedId });
        return true;
      case 'clear':
        if (state.selectedId === null) return false;
        select(engine, null, 'keyboard');
        return true;
      case 'context':
        openContext(engine);
        return true;
    }
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== plot || engine.state.drag) return;
    focusRing(true);
    const command = keyCommand(event);
    if (command && run(command)) event.preventDefault();
  };
  const focusRing = (isFocused: boolean): void => {
    if (engine.state.isFocused === isFocused) return;
    engine.state.isFocused = isFocused;
    engine.invalidate(DIRTY.overlay);
  };
  // As with :focus-visible: a key brings the ring, the pointer takes it away.
  const onFocus = (): void => focusRing(document.activeElement === plot && plot.matches(':focus-visible'));
  const onPointer = (): void => focusRing(false);
  plot.addEventListener('keydown', onKey);
  plot.addEventListener('focus', onFocus);
  plot.addEventListener('blur', onFocus);
  plot.addEventListener('pointerdown', onPointer);
  return () => {
    plot.removeEventListener('keydown', onKey);
    plot.removeEventListener('focus', onFocus);
    plot.removeEventListener('blur', onFocus);
    plot.removeEventListener('pointerdown', onPointer);
  };
}

function middleOf({ state }: Engine): number {
  return (state.view.fromAt + state.view.toAt) / 2;
}

/** Zooming with keys keeps the selected item where it is, as far as it is in view. */
function focusTime(engine: Engine): number {
  const { state } = engine;
  const placed = state.selectedId === null ? undefined : state.prepared.byId.get(state.selectedId)?.placed;
  if (placed && placed.fromAt >= state.view.fromAt && placed.fromAt <= state.view.toAt) return placed.fromAt;
  return middleOf(engine);
}

function nudge(engine: Engine, mode: 'move' | 'start' | 'end', steps: number): boolean {
  const { state, calendar } = engine;
  const item = state.selectedId === null ? null : engine.itemOf(state.selectedId);
  if (!item?.editable) return item !== null;
  // A second step before the app has answered the first goes on from the first.
  const pending = state.preview?.id === item.id ? state.preview : null;
  const current = pending ? { ...item, startAt: pending.startAt, endAt: pending.endAt ?? item.endAt } : item;
  const preview = previewNudge(current, mode, steps, calendar);
  if (!preview) return true;
  state.preview = preview;
  engine.invalidate(DIRTY.items | DIRTY.overlay);
  engine.emit('change', { ...preview, by: 'keyboard' });
  announce(engine, item.id);
  return true;
}

function goTo(engine: Engine, end: 'first' | 'last'): boolean {
  const { extent } = engine.state.prepared;
  if (!extent) return false;
  const { fromAt, toAt } = engine.state.view;
  const span = toAt - fromAt;
  const from = end === 'first' ? extent.fromAt - span * 0.1 : extent.toAt - span * 0.9;
  engine.setView({ fromAt: from, toAt: from + span });
  return true;
}

function openContext(engine: Engine): void {
  const { state, dom } = engine;
  const id = state.selectedId;
  const hit = id === null ? undefined : hitOfItem(state.layout.hits, id);
  const box = dom.plot.getBoundingClientRect();
  const x = hit ? Math.max(0, hit.x0) : state.width / 2;
  const y = hit ? hit.y1 : state.height / 2;
  const laneId = id === null ? null : (engine.itemOf(id)?.laneId ?? null);
  const at = engine.scale().atOf(x);
  engine.emit('context', { id, laneId, at, clientX: box.left + x, clientY: box.top + y });
}
