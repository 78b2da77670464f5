import { z } from 'zod';
import { ROLES, type Role } from '#contract/route.ts';
import type { Book } from '#db/book.ts';
import type { Driver } from '#db/driver/driver.ts';
import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';
import { isStoreError } from '#db/store-error.ts';
import { readSetting } from '#db/tables/setting.ts';

/** Who may open the book: name and role lie in the encrypted database, under the random id that a key slot names. */
export interface Member {
  readonly name: string;
  readonly role: Role;
}

const memberSchema = z.strictObject({ name: z.string().min(1).max(120), role: z.enum(ROLES) });

const keyOf = (personId: string) => `member.${personId}`;

/** Keeps a member under the id its slot names. */
export async function writeMember(book: Book, personId: string, member: Member): Promise<void> {
  await book.setSetting(keyOf(personId), JSON.stringify(memberSchema.parse(member)));
}

/**
 * Reads a member from a database that is not open as a book yet: the name goes into the log from the first entry on.
 * @returns null when the book knows no such member, or is of a form that this program does not know
 * @throws StoreError as the driver does
 */
export async function readMember(
  path: string,
  keyHex: string,
  personId: string,
  driver: Driver = sqlcipherDriver,
): Promise<Member | null> {
  const connection = await driver.open(path, keyHex, 'write');
  try {
    const text = await readSetting(connection, keyOf(personId));
    return text === null ? null : memberSchema.parse(JSON.parse(text));
  } catch (error) {
    // No such table, or a member written otherwise: opening the book says why.
    if (isStoreError(error, 'SQL') || error instanceof z.ZodError || error instanceof SyntaxError) return null;
    throw error;
  } finally {
    await connection.close();
  }
}
