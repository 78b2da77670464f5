import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES } from '#contract/common.ts';
import { importRoutes } from '#contract/import.ts';
import { countByKind, readCaseSummaries } from '#db/reads/cases.ts';
import { countPdfPages } from '#main/app/pdf-pages.ts';
import { checkFiles } from '#main/attachments/check.ts';
import { backup } from '#main/backup/backup.ts';
import { issueBriefing, printedJson, recordExport, releaseBriefing } from '#main/briefing/issue.ts';
import { createSession, openSession, type Session } from '#main/core/session.ts';
import { ImportFileError, MAX_BYTES, openImportFile } from '#main/import/file.ts';
import { scanFile } from '#main/import/scan.ts';
import { importFile } from '#main/import/write.ts';
import type { Context } from '#main/services/context.ts';
import { findHead } from '#main/services/head.ts';
import { search } from '#main/services/search.ts';
import { printToPdf } from '#main/shell/chromium-print.ts';
import { writeSynced } from '#main/shell/save-folder.ts';
import { describeVault } from '#main/vault/vault.ts';
import { PROFILES, takesNotes } from '#model/briefing.ts';
import { isRecordId, type RecordId } from '#model/ids.ts';
import { DEFAULT_ZONE, isZone } from '#model/time.ts';
import { type Call, oneOf, text, UsageError, wholeNumber } from './args.ts';
import { listClocks } from './clocks.ts';
import { CommandError } from './errors.ts';
import { listFlags } from './flags.ts';
import { noteChoicesOf } from './note-choices.ts';
import { listBreaches, listOrders } from './orders.ts';
import { tellPattern } from './pattern.ts';
import { listConflicts, listCoverage } from './plan.ts';
import { searchQuestionOf } from './search-call.ts';
import type { Command } from './usage.ts';

/** What a command works with beside its call. */
export interface Surroundings {
  readonly passphrase: () => Promise<string>;
  /** Folder of the built pages, for printing. */
  readonly rendererDir: string;
}

type Run = (call: Call, surroundings: Surroundings) => Promise<unknown>;

/** Each command: its answer is what `--json` prints. */
export const COMMANDS: Record<Command, Run> = {
  async create(call, { passphrase }) {
    const [folder = ''] = call.operands;
    const zone = typeof call.options.zone === 'string' ? call.options.zone : DEFAULT_ZONE;
    if (!isZone(zone)) throw new UsageError('--zone is no time zone');
    const purpose = oneOf(call, 'purpose', ['real', 'demo', 'test'], 'real');
    const session = await createSession({
      folder,
      passphrase: await passphrase(),
      name: text(call, 'person'),
      purpose,
      zone,
    });
    await session.close();
    const { slots } = await describeVault(folder);
    return { book: folder, slots: slots.length };
  },

  backup: withBook(async (call, { context }) => {
    const { folder, sizeBytes, verified, files } = await backup(context, call.operands[1]);
    return { folder, sizeBytes, verified, attachments: files.checked, bad: files.bad };
  }),

  async import(call, surroundings) {
    const path = call.operands[1] ?? '';
    const { size } = await stat(path).catch(() => {
      throw new UsageError('the file to import cannot be read');
    });
    if (size > MAX_BYTES) throw new ImportFileError('FILE_TOO_LARGE', MAX_BYTES);
    return withBook(importInto)(call, surroundings);
  },

  cases: withBook(async (_call, { context: { book } }) => {
    const [cases, summaries] = await Promise.all([book.list('case'), readCaseSummaries(book)]);
    return cases.map(({ id, values }) => ({ id, name: values.name, records: summaries.get(id)?.records ?? {} }));
  }),

  stats: withBook(async (_call, { context: { book } }) => {
    const [records, { seq }] = await Promise.all([countByKind(book), book.checkpoint()]);
    return { records, changes: seq };
  }),

  brief: withBook(async (call, { context }, { rendererDir }) => {
    const caseId = await namedCase(context, call);
    const profile = oneOf(call, 'profile', PROFILES, 'leder');
    const language = oneOf(call, 'language', LANGUAGES, 'nb');
    const about = call.options.about === undefined ? null : text(call, 'about');
    if (about !== null && !isRecordId(about)) throw new UsageError('--about is no id');
    const notes = await noteChoicesOf(call, context);
    if (notes.length > 0 && !takesNotes(profile)) throw new UsageError('--notes goes with --profile leder or jurist');
    const issued = await issueBriefing(context, { caseId, profile, language, aboutId: about, notes });
    const { document } = issued;
    const documentJson = await printedJson(context, issued);
    const pdf = await printToPdf({ rendererDir, documentJson }).catch((error: unknown) => {
      releaseBriefing(context, issued);
      throw error;
    });
    const [pages, sizeBytes] = [countPdfPages(pdf), pdf.byteLength];
    // The line comes before the file: nothing leaves without one.
    await recordExport(context, issued, { pages, sizeBytes });
    await writeSynced(text(call, 'out'), pdf);
    return { pages, sizeBytes, copy: document.copy, checkpoint: document.checkpoint };
  }),

  verify: withBook(async (_call, { context: { book, vault } }) => {
    const { ok, changes, firstBad, head } = await book.verify(await findHead(vault));
    const files = await checkFiles(book, vault);
    return { ok: ok && files.bad.length === 0, changes, firstBad, head, files };
  }),

  log: withBook(async (call, { context: { book } }) => {
    const lines = await book.log({ limit: wholeNumber(call, 'limit', 100, 100_000) });
    return lines.map(({ seq, at, person, action, kind }) => ({ seq, at, person, action, kind }));
  }),

  clocks: withBook(async (call, { context }) =>
    listClocks(context, await namedCase(context, call), call, oneOf(call, 'language', LANGUAGES, 'nb')),
  ),

  flags: withBook(async (call, { context }) =>
    listFlags(context, await namedCase(context, call), call, oneOf(call, 'language', LANGUAGES, 'nb')),
  ),

  pattern: withBook(async (call, { context }) =>
    tellPattern(context, await namedCase(context, call), call, oneOf(call, 'language', LANGUAGES, 'nb')),
  ),

  coverage: withBook(async (call, { context }) =>
    listCoverage(context, await namedCase(context, call), call, oneOf(call, 'language', LANGUAGES, 'nb')),
  ),

  conflicts: withBook(async (call, { context }) =>
    listConflicts(
      context,
      call.options.case === undefined ? null : await namedCase(context, call),
      call,
      oneOf(call, 'language', LANGUAGES, 'nb'),
    ),
  ),

  orders: withBook(async (call, { context }) => listOrders(context, await namedCase(context, call), call)),

  breaches: withBook(async (call, { context }) => listBreaches(context, await namedCase(context, call), call)),

  search: withBook(async (call, { context }) => {
    const { book } = context;
    const name = typeof call.options.case === 'string' ? text(call, 'case') : null;
    const caseId = name === null ? null : await onlyCase(context, name);
    if (name !== null && caseId === null) throw new CommandError('NOT_FOUND', 'no case of that name');
    const question = await searchQuestionOf(call, context);
    return search(book, { ...question, ...(caseId && { caseId }) }, wholeNumber(call, 'limit', 50, 1_000));
  }),
};

async function importInto(call: Call, { context }: Session) {
  const { book, zone: bookZone } = context;
  const { roles } = importRoutes['import.confirm'];
  if (!roles.includes(context.person.role)) throw new CommandError('ROLE_REFUSED', 'a reader changes nothing');
  const zone = typeof call.options.zone === 'string' ? call.options.zone : bookZone;
  if (!isZone(zone)) throw new UsageError('--zone is no time zone');
  const name = text(call, 'case');
  const known = await onlyCase(context, name);
  const file = await openImportFile(await readFile(call.operands[1] ?? ''));
  if (call.options['dry-run'] === true) {
    const { summary } = await scanFile(book, file, known, file.guess, zone);
    return { caseId: known, ...summary };
  }
  const target = known ? { caseId: known } : { caseName: name };
  const { caseId, summary } = await importFile({ book, file, target, mapping: file.guess, zone, bookZone });
  return { caseId, ...summary };
}

/** The one case of this name; null where there is none. Two of that name cannot be told apart: a wrong call. */
async function onlyCase({ book }: Context, name: string): Promise<RecordId | null> {
  const named = (await book.list('case')).filter((one) => one.values.name === name);
  if (named.length > 1) throw new UsageError('two cases have that name');
  return named[0]?.id ?? null;
}

/** The case that `--case` names. Throws CommandError NOT_FOUND. */
async function namedCase(context: Context, call: Call): Promise<RecordId> {
  const caseId = await onlyCase(context, text(call, 'case'));
  if (caseId === null) throw new CommandError('NOT_FOUND', 'no case of that name');
  return caseId;
}

/** Opens the book of the call's first operand around `work`; it is closed whatever happens. */
function withBook(work: (call: Call, session: Session, surroundings: Surroundings) => Promise<unknown>): Run {
  return async (call, surroundings) => {
    const folder = join(call.operands[0] ?? '');
    const session = await openSession({ folder, passphrase: await surroundings.passphrase() });
    try {
      return await work(call, session, surroundings);
    } finally {
      await session.close();
    }
  };
}
