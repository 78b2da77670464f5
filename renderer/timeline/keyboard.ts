import { reveal } from './actions.ts';
import type { Clipboard } from './clipboard.ts';
import { previewNudge } from './drag.ts';
import { canEdit, type DragSession } from './drag-session.ts';
import { editOf } from './edits.ts';
import type { Engine } from './engine.ts';
import type { HeldKeys } from './held-keys.ts';
import { hitOfItem } from './hit-test.ts';
import { type KeyCommand, keyCommand, keyOf, type Offer } from './keys.ts';
import { panView, zoomView } from './scale.ts';
import { announce, select, selectMany, toggleSelected } from './selection.ts';
import { DIRTY } from './stage.ts';
import { nextStop } from './stops.ts';
import type { TimelineItem } from './types.ts';
import { type Step, walk } from './walk.ts';

/** The keys of the plot, for those who ask for what one does without pressing it. */
interface PlotKeys {
  /** Does what the chord does on the plot, which has the keys then. @returns false if it does nothing now */
  press(chord: string): boolean;
  /** True if a command could be done now. */
  can(offer: Offer): boolean;
  stop(): void;
}

/** Listens to keys on the plot. */
export function listenToKeys(engine: Engine, session: DragSession, held: HeldKeys, clipboard: Clipboard): PlotKeys {
  const { plot } = engine.dom;
  const { state } = engine;
  // Up and down keep to the time of the last step sideways.
  let anchor: { id: string; at: number } | null = null;

  const step = (to: Step, isExtending: boolean): void => {
    const current = state.selectedId;
    const isVertical = to === 'up' || to === 'down';
    const startAt = current === null ? undefined : state.prepared.byId.get(current)?.fromAt;
    const anchorAt = (anchor?.id === current ? anchor?.at : startAt) ?? middleOf(engine);
    const id = walk(state.arrangement, current, to, anchorAt, state.view);
    if (id === null) return;
    anchor = isVertical && current !== null ? { id, at: anchorAt } : null;
    reveal(engine, id);
    if (isExtending) selectMany(engine, [id, ...[...state.selectedIds].filter((one) => one !== id)], 'keyboard');
    else select(engine, id, 'keyboard');
  };

  const run = (command: KeyCommand): boolean => {
    switch (command.type) {
      case 'walk':
        step(command.step, command.isExtending);
        return true;
      case 'nudge':
        return nudge(engine, session, command.mode, command.steps);
      case 'grab':
        return held.grab(command.mode);
      case 'jump': {
        const { to, direction } = command;
        if (engine.options.jump) {
          engine.options.jump(to, direction);
          return true;
        }
        const id = nextStop(state.prepared, to, state.selectedId, state.view.fromAt, direction);
        // Past the last one that is known the key is left to the page.
        if (id === null) return false;
        reveal(engine, id);
        select(engine, id, 'keyboard');
        return true;
      }
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
      case 'context':
        openContext(engine);
        return true;
      case 'mark':
        return clipboard.copy() > 0;
      case 'paste':
        return clipboard.paste(null, 'keyboard');
      case 'duplicate':
        return clipboard.duplicate('keyboard');
      default:
        return onSelected(engine, command.type);
    }
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== plot) return;
    focusRing(true);
    if (state.drag) {
      // A drag of the pointer has the keys for itself; only what the keys hold is moved by them.
      if (held.press(event)) event.preventDefault();
      return;
    }
    const command = keyCommand(event);
    if (command && run(command)) event.preventDefault();
  };
  const focusRing = (isFocused: boolean): void => {
    if (state.isFocused === isFocused) return;
    state.isFocused = isFocused;
    engine.invalidate(DIRTY.overlay);
  };
  // What Alt and an arrow would do is shown as long as Alt is held, as a drag shows it as long as the button is.
  const onKeyUp = ({ key }: KeyboardEvent): void => {
    if (key === 'Alt') session.unjudge();
  };
  // As with :focus-visible: a key brings the ring, the pointer takes it away.
  const onFocus = (): void => focusRing(document.activeElement === plot && plot.matches(':focus-visible'));
  const onPointer = (): void => focusRing(false);
  plot.addEventListener('keydown', onKey);
  plot.addEventListener('keyup', onKeyUp);
  plot.addEventListener('blur', session.unjudge);
  plot.addEventListener('focus', onFocus);
  plot.addEventListener('blur', onFocus);
  plot.addEventListener('pointerdown', onPointer);
  return {
    press(chord) {
      plot.focus({ preventScroll: true });
      focusRing(true);
      const command = state.drag ? null : keyCommand(keyOf(chord));
      return command !== null && run(command);
    },
    can(offer) {
      if (state.drag) return false;
      if (offer === 'always') return true;
      if (offer === 'copied') return clipboard.count() > 0;
      const item = state.selectedId === null ? null : engine.itemOf(state.selectedId);
      return offer === 'selected' ? item !== null : isEditable(item);
    },
    stop() {
      plot.removeEventListener('keydown', onKey);
      plot.removeEventListener('keyup', onKeyUp);
      plot.removeEventListener('blur', session.unjudge);
      plot.removeEventListener('focus', onFocus);
      plot.removeEventListener('blur', onFocus);
      plot.removeEventListener('pointerdown', onPointer);
    },
  };
}

/** What is asked of the item with the keyboard, or of the selection. */
function onSelected(engine: Engine, type: 'open' | 'clear' | 'toggle' | 'all' | 'remove'): boolean {
  const { state } = engine;
  const id = state.selectedId;
  if (id === null) return false;
  switch (type) {
    case 'open':
      engine.emit('open', { id });
      return true;
    case 'clear':
      select(engine, null, 'keyboard');
      return true;
    case 'toggle':
      toggleSelected(engine, id, 'keyboard');
      return true;
    case 'all': {
      const lane = state.prepared.laneById.get(engine.itemOf(id)?.laneId ?? '')?.ordered ?? [];
      const others = lane.map(({ item }) => item).filter((item) => item.id !== id && !item.coverage);
      selectMany(engine, [id, ...others.map((item) => item.id)], 'keyboard');
      return true;
    }
    case 'remove': {
      const ids = [...state.selectedIds].filter((one) => isEditable(engine.itemOf(one)));
      if (ids.length > 0) engine.emit('edit', { type: 'remove', ids, by: 'keyboard' });
      return true;
    }
  }
}

function isEditable(item: TimelineItem | null): boolean {
  return item !== null && canEdit(item);
}

function middleOf({ state }: Engine): number {
  return (state.view.fromAt + state.view.toAt) / 2;
}

/** Zooming with keys keeps the selected item where it is, as far as it is in view. */
function focusTime(engine: Engine): number {
  const { state } = engine;
  const placed = state.selectedId === null ? undefined : state.prepared.byId.get(state.selectedId);
  if (placed && placed.fromAt >= state.view.fromAt && placed.fromAt <= state.view.toAt) return placed.fromAt;
  return middleOf(engine);
}

function nudge(engine: Engine, session: DragSession, mode: 'move' | 'start' | 'end', steps: number): boolean {
  const { state, calendar } = engine;
  const lead = state.selectedId === null ? null : engine.itemOf(state.selectedId);
  if (!lead || !canEdit(lead)) return lead !== null;
  const others = mode === 'move' ? [...state.selectedIds].filter((id) => id !== lead.id).map(engine.itemOf) : [];
  const items = [lead, ...others.filter((one): one is TimelineItem => isEditable(one))];
  // A second step before the app has answered the first goes on from the first.
  const pending = new Map(state.preview?.items.map((one) => [one.id, one]));
  const current = items.map((item) => {
    const times = pending.get(item.id);
    return times ? { ...item, startAt: times.startAt, endAt: times.endAt ?? item.endAt } : item;
  });
  const preview = previewNudge(current, mode, steps, calendar);
  if (!preview) return true;
  state.preview = preview;
  engine.invalidate(DIRTY.items | DIRTY.overlay);
  session.judge(preview);
  const edit = editOf(preview);
  if (edit) engine.emit('edit', { ...edit, by: 'keyboard' });
  announce(engine, lead.id, preview);
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
  const ids = [...state.selectedIds];
  engine.emit('context', { id, ids, laneId, at, clientX: box.left + x, clientY: box.top + y });
}
