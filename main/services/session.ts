import type { sessionRoutes } from '#contract/session.ts';
import { checkFiles } from '#main/attachments/check.ts';
import { backup } from '#main/backup/backup.ts';
import { type Handlers, ServiceError } from './context.ts';
import { findHead } from './head.ts';

export const sessionHandlers: Handlers<keyof typeof sessionRoutes> = {
  async 'session.get'({ person, purpose, zone, now, opening }) {
    return { person, purpose, zone, nowAt: now(), ...opening };
  },
  async 'log.list'({ book }, { before, limit }) {
    return book.log({ limit, ...(before !== undefined && { before }) });
  },
  async 'log.uses'({ book }, { before, limit }) {
    return book.useLog({ limit, ...(before !== undefined && { before }) });
  },
  async 'log.verify'({ book, vault }) {
    const found = await book.verify(await findHead(vault));
    return { ...found, files: await checkFiles(book, vault) };
  },
  async 'log.checkpoint'({ book }) {
    return book.checkpoint();
  },
  async 'history.get'({ book }) {
    return book.history();
  },
  async 'history.undo'({ book }) {
    if (!book.history().undo) throw new ServiceError('NOTHING_TO_UNDO');
    return book.undo();
  },
  async 'history.redo'({ book }) {
    if (!book.history().redo) throw new ServiceError('NOTHING_TO_REDO');
    return book.redo();
  },
  async 'backup.create'(context) {
    const { name, sizeBytes, files } = await backup(context);
    return { name, sizeBytes, files };
  },
};
