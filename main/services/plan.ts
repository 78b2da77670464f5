import type { planRoutes } from '#contract/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { coverageOf } from '#model/plan/coverage.ts';
import { indexPlan } from '#model/plan/plan-index.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Handlers } from './context.ts';
import { assign, unassign } from './plan/assign.ts';
import { readBoard } from './plan/board.ts';
import { readConflicts } from './plan/conflicts.ts';
import { copy } from './plan/copy.ts';
import { createMeasure } from './plan/create.ts';
import { cut, handOver } from './plan/cut.ts';
import { endDate, moveDate, raiseDate } from './plan/date-commands.ts';
import { decide } from './plan/decide.ts';
import { setLegs } from './plan/legs.ts';
import { move, remove, repeat } from './plan/move.ts';
import { setOwn } from './plan/own.ts';
import { drawPatrol, nameRoute, readPasses } from './plan/patrol.ts';
import { raiseNeed } from './plan/raise.ts';
import { ownCases, readView, readWindow } from './plan/read.ts';
import { reassign } from './plan/reassign.ts';
import { followEdges, reliefsAtEdge, relieve } from './plan/relief.ts';
import { setStatus } from './plan/status.ts';
import { takeOver, tellLeg, tellPass, tellPost } from './plan/tell.ts';

/** Each change is one command, and so one step for undo. */
export const planHandlers: Handlers<keyof typeof planRoutes> = {
  'plan.window': (context, question) => readView(context, question),

  async 'plan.coverage'(context, question) {
    const { window, truncated } = await readWindow(context, question);
    const own = question.caseId === null ? await ownCases(context) : null;
    const isOwn = new Set(window.needs.filter(({ caseId }) => own?.has(caseId as RecordId) ?? true).map(keyOf));
    // What is uncovered in a case one is not in is for those who are.
    const intervals = coverageOf(indexPlan(window)).filter(({ need }) => isOwn.has(keyOf(need)));
    return { nowAt: window.nowAt, truncated, intervals };
  },

  async 'plan.create_measure'({ book, now }, input) {
    const { value } = await book.command('measure.create', (tx) => createMeasure(tx, input, now()));
    return { id: value };
  },

  async 'plan.move'({ book, now }, { moves }) {
    const { value } = await book.command('plan.move', async (tx) => {
      const ids = [];
      const reliefs = await reliefsAtEdge(
        tx,
        moves.map(({ id }) => id),
      );
      for (const one of moves) ids.push(...(await move(tx, one, now())));
      await followEdges(tx, reliefs);
      return [...new Set(ids)];
    });
    return { ids: value };
  },

  async 'plan.remove'({ book, now }, { items, reason }) {
    await book.command('plan.remove', async (tx) => {
      for (const one of items) await remove(tx, one, reason, now());
    });
    return null;
  },

  async 'plan.set_status'({ book, now }, { items, status, reason }) {
    await book.command('plan.set_status', async (tx) => {
      for (const one of items) await setStatus(tx, { ...one, status, reason }, now());
    });
    return null;
  },

  async 'plan.copy'({ book, now }, { items, withCrew, clock }) {
    const { value } = await book.command('plan.copy', async (tx) => {
      const ids = [];
      for (const { starts, ...occurrence } of items) {
        ids.push(...(await copy(tx, occurrence, starts, { withCrew, clock }, now())));
      }
      return ids;
    });
    return { ids: value };
  },

  async 'plan.repeat'({ book, now }, { id, recurrence }) {
    await book.command('plan.repeat', (tx) => repeat(tx, id, recurrence, now()));
    return null;
  },

  async 'plan.cut'({ book, now }, input) {
    const { value } = await book.command('plan.cut', (tx) => cut(tx, input, now()));
    return { id: value };
  },

  async 'plan.hand_over'({ book, now }, input) {
    const { value } = await book.command('plan.hand_over', (tx) => handOver(tx, input, now()));
    return value;
  },

  async 'plan.relieve'({ book }, input) {
    const { value } = await book.command('plan.relieve', (tx) => relieve(tx, input));
    return { ids: value };
  },

  'plan.conflicts': (context, question) => readConflicts(context, question),

  async 'plan.accept'({ book }, { caseId, key, reason, untilAt }) {
    const values = { conflictKey: key, reason, untilAt };
    const { value } = await book.command('plan.accept', (tx) => tx.insert('conflict_acceptance', values, { caseId }));
    return { id: value.id };
  },

  async 'plan.decide'({ book }, { measureId, decision }) {
    const { value } = await book.command('plan.decide', (tx) => decide(tx, measureId, decision));
    return { id: value };
  },

  async 'plan.raise'({ book }, { riskId }) {
    const { value } = await book.command('plan.raise', (tx) => raiseNeed(tx, riskId));
    return { id: value };
  },

  'plan.raise_date': (context, input) => raiseDate(context, input),
  'plan.move_date': (context, input) => moveDate(context, input),
  'plan.end_date': (context, input) => endDate(context, input),

  async 'plan.set_legs'({ book, now }, input) {
    await book.command('plan.set_legs', (tx) => setLegs(tx, input, now()));
    return null;
  },

  async 'plan.assign'({ book, now }, input) {
    const { value } = await book.command('plan.assign', (tx) => assign(tx, input, now()));
    return { id: value };
  },

  async 'plan.unassign'({ book, now }, input) {
    await book.command('plan.unassign', (tx) => unassign(tx, input, now()));
    return null;
  },

  async 'plan.set_own'({ book, now }, input) {
    await book.command('plan.set_own', (tx) => setOwn(tx, input, now()));
    return null;
  },

  async 'plan.reassign'({ book, now }, { items }) {
    // A row is of officers, of vehicles or of persons: one drag changes one of them, and the log says which.
    const [{ what } = { what: 'officer' }] = items;
    const action = what === 'officer' ? 'plan.reassign' : (`plan.reassign_${what}` as const);
    await book.command(action, async (tx) => {
      for (const one of items) await reassign(tx, one, now());
    });
    return null;
  },

  async 'plan.tell_post'({ book, now }, input) {
    await book.command('plan.tell', (tx) => tellPost(tx, input, now()));
    return null;
  },

  async 'plan.tell_leg'({ book, now }, input) {
    await book.command('plan.tell', (tx) => tellLeg(tx, input, now()));
    return null;
  },

  async 'plan.tell_pass'({ book, now }, input) {
    const { value } = await book.command('plan.tell', (tx) => tellPass(tx, input, now()));
    return { id: value };
  },

  async 'plan.take_over'({ book, now }, input) {
    await book.command('plan.take_over', (tx) => takeOver(tx, input, now()));
    return null;
  },

  'plan.passes': (context, question) => readPasses(context, question),

  async 'plan.name_route'({ book }, input) {
    await book.command('plan.name_route', (tx) => nameRoute(tx, input));
    return null;
  },

  async 'plan.draw_passes'({ book, now }, input) {
    const { value } = await book.command('plan.draw_passes', (tx) => drawPatrol(tx, input, now()));
    return value;
  },

  'plan.board': (context, input) => readBoard(context, input),
};
