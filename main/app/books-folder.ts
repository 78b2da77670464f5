import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where casebooks lie: `VERNEBOK_BOOKS` where it is set, else the place the system gives to a program's own data
 * (XDG Base Directory Specification; Apple's File System Programming Guide).
 */
export function defaultBooksFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (environment.VERNEBOK_BOOKS) return environment.VERNEBOK_BOOKS;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Vernebok', 'books');
  if (platform === 'win32') return join(environment.APPDATA ?? homedir(), 'Vernebok', 'books');
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'vernebok', 'books');
}
