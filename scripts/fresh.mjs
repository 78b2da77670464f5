/** Whether a build is still the build of the sources that lie there. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One line that changes when a file below these paths is added, removed or written.
 *
 * @param {string} top
 * @param {string[]} paths files or folders, relative to `top`; one that is not there counts as empty
 * @returns {string} a SHA-256 over names, sizes and times of writing, in hex
 */
export function fingerprint(top, paths) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const found = statSync(join(top, path), { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory()) {
      for (const name of readdirSync(join(top, path)).sort()) add(`${path}/${name}`);
    } else {
      hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
    }
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

/**
 * Builds a part unless its last build was of these very sources and still lies there. A build that fails leaves no
 * note, so the next start builds again.
 *
 * @template {string} Part
 * @param {object} what
 * @param {string} what.top
 * @param {string} what.note the file that keeps the fingerprints, relative to `top`
 * @param {Record<Part, {sources: string[], outputs: string[], holds: Part[]}>} what.parts `holds`: parts built with it
 * @param {Part} what.part
 * @param {() => Promise<void>} what.build
 * @returns {Promise<boolean>} whether it was built now
 */
export async function buildUnlessFresh({ top, note, parts, part, build }) {
  const file = join(top, note);
  /** @param {Part} name */
  const printOf = (name) => fingerprint(top, parts[name].sources);
  const before = printOf(part);
  const built = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (built[part] === before && parts[part].outputs.every((output) => existsSync(join(top, output)))) return false;
  /** @type {Record<string, string>} */
  const prints = { [part]: before };
  // Taken before the build: what is written while it runs is then seen as newer.
  for (const name of parts[part].holds) prints[name] = printOf(name);
  rmSync(file, { force: true });
  await build();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(prints));
  return true;
}
