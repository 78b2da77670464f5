/**
 * A process of its own for a test to kill: opens the book named by its arguments and imports people in chunks of one
 * group for ever, telling each command that was committed.
 */
import { openBook } from '#db/connection/open-book.ts';

const [, , path = '', keyHex = ''] = process.argv;
const book = await openBook(path, keyHex, {
  person: 'Child',
  onCommitted: (seq, hash) => void process.stdout.write(`${seq} ${hash}\n`),
});
for (let chunk = 0; ; chunk += 1) {
  const rows = Array.from({ length: 400 }, (_, n) => ({
    values: { name: `Vitne ${chunk}-${n}`, description: 'ord '.repeat(50) },
  }));
  await book.command('import', (tx) => tx.insertMany('person', rows), { group: 'import:child' });
}
