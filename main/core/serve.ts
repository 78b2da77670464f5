import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CallError } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import {
  type IssuedBriefing as Issued,
  issueBriefing,
  printedJson,
  recordExport,
  releaseBriefing,
} from '#main/briefing/issue.ts';
import { refusal } from '#main/ipc/router.ts';
import { logNoteExport, renderNote } from '#main/note-export/render.ts';
import { dueInstants } from '#main/services/clock.ts';
import type { RecordId } from '#model/ids.ts';
import { reportFault } from './diagnostics.ts';
import { knownError } from './known-errors.ts';
import type { CoreCall, CoreMessage, CoreRequest, IssuedBriefing, Locked } from './messages.ts';
import { type CreateSessionOptions, createSession, openSession, type Session } from './session.ts';
import { warmUp } from './warm.ts';

export interface CoreService {
  /** Takes one message from the application and posts its answer. Never throws. */
  take(call: CoreCall): Promise<void>;
  /** Closes the book if one is open; a second call waits for the first. */
  lock(withinMs?: number): Promise<Locked>;
}

/** How long running work may take before it is interrupted, when nobody said. */
const LOCK_WITHIN_MS = 500;
/** How many due instants stay to be told while the book is locked. */
const DUE_KEPT = 5;

/**
 * Serves one book to one application, over whatever channel the process has.
 * @param ended called when the answer to `lock` is posted: the process may end
 */
export function serveCore(post: (message: CoreMessage) => void, ended: () => void): CoreService {
  const briefings = new Map<number, Issued>();
  const running = new Set<Promise<unknown>>();
  let session: Session | null = null;
  let hasBegun = false;
  let locking: Promise<Locked> | null = null;
  let lastTicket = 0;

  const emit = (name: string, payload: unknown) => post({ type: 'event', name, payloadJson: JSON.stringify(payload) });

  function live(): Session {
    if (session === null || locking !== null) throw new CallError(ERROR_CODES.LOCKED);
    return session;
  }

  async function begin(open: () => Promise<Session>): Promise<null> {
    if (hasBegun) throw new CallError(ERROR_CODES.UNLOCKED_ALREADY);
    hasBegun = true;
    session = await open();
    void warmUp(session.context);
    return null;
  }

  function briefing(ticket: number): Issued {
    const issued = briefings.get(ticket);
    if (issued === undefined) throw new CallError(ERROR_CODES.NOT_FOUND);
    briefings.delete(ticket);
    return issued;
  }

  async function perform(request: Exclude<CoreRequest, { type: 'invoke' }>): Promise<unknown> {
    switch (request.type) {
      case 'open':
        return begin(() => openSession({ ...request, emit }));
      case 'create':
        return begin(() => createFilled({ ...request, emit }, request.fillFrom));
      case 'issue_briefing': {
        const { profile, language, timeline, notes } = request;
        const caseId = request.caseId as RecordId;
        const aboutId = (request.aboutId ?? null) as RecordId | null;
        const { context } = live();
        const issued = await issueBriefing(context, { caseId, profile, language, aboutId, timeline, notes });
        const documentJson = await printedJson(context, issued);
        const ticket = ++lastTicket;
        briefings.set(ticket, issued);
        const { copy, checkpoint } = issued.document;
        return { ticket, copy, checkpoint, documentJson } satisfies IssuedBriefing;
      }
      case 'log_export': {
        const { pages, sizeBytes } = request;
        await recordExport(live().context, briefing(request.ticket), { pages, sizeBytes });
        return null;
      }
      case 'release_briefing':
        if (briefings.has(request.ticket)) releaseBriefing(live().context, briefing(request.ticket));
        return null;
      case 'render_note':
        return renderNote(live().context, request.input);
      case 'log_note_export':
        await logNoteExport(live().context, request.input, request.sizeBytes);
        return null;
      case 'lock':
        return lock(request.withinMs);
    }
  }

  async function answer(request: CoreRequest): Promise<string> {
    try {
      if (request.type === 'invoke') return await live().dispatch(request.name, request.inputJson, request.bytes);
      return JSON.stringify({ ok: true, value: await perform(request) });
    } catch (error) {
      const told = error instanceof CallError ? error : knownError(error);
      if (told === null) reportFault(request.type, error);
      return told === null ? refusal(ERROR_CODES.INTERNAL) : refusal(told.code, told.data);
    }
  }

  function lock(withinMs = LOCK_WITHIN_MS): Promise<Locked> {
    locking ??= close(withinMs);
    return locking;
  }

  async function close(withinMs: number): Promise<Locked> {
    if (session === null) return { dueAt: [] };
    const done = (async () => {
      const [due] = await Promise.all([dueWhileLocked(session), Promise.allSettled(running)]);
      return due;
    })();
    const dueAt = await Promise.race([done, wait(withinMs, null)]);
    if (dueAt === null) session.interrupt();
    await session.close();
    return { dueAt: dueAt ?? [] };
  }

  return {
    lock,
    async take({ id, request }) {
      const answering = answer(request);
      if (request.type !== 'lock') {
        running.add(answering);
        void answering.finally(() => running.delete(answering));
      }
      post({ type: 'answer', id, answerJson: await answering });
      if (request.type === 'lock') ended();
    },
  };
}

/** A demonstration that could not be written whole is taken away: half of one would look like all of it. */
async function createFilled(options: CreateSessionOptions, fillFrom: string | null): Promise<Session> {
  if (fillFrom === null) return createSession(options);
  const { buildDemoBook, DEMO_STORY_AT } = await import('#main/demo/build.ts');
  const created = await createSession({ ...options, storyAt: DEMO_STORY_AT });
  try {
    await buildDemoBook(created.context, pathToFileURL(join(fillFrom, '/')));
    return created;
  } catch (error) {
    await created.close();
    await rm(options.folder, { recursive: true, force: true });
    throw error;
  }
}

/** The next due instants by the machine's clock, soonest first, without what or whose they are. */
async function dueWhileLocked({ context }: Session): Promise<readonly number[]> {
  const now = context.now();
  const due = await dueInstants(context, now);
  // Whole seconds: two looks at one clock differ by less.
  const aheadMs = Math.round((now - Date.now()) / 1_000) * 1_000;
  return due.map((at) => at - aheadMs).slice(0, DUE_KEPT);
}
