import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { v7 } from 'uuid';
import type { Id } from '@/lib/kernel/ids';

/** A new UUIDv7: sorts by the time it was made. */
export function newId<Subject extends string>(): Id<Subject> {
  return v7() as Id<Subject>;
}

/** Letters and digits that cannot be taken for each other when read aloud (no 0 O 1 I L U). */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A public reference such as "7K3M-Q9TX-4WBN": twelve characters of 30, 58 bits, unguessable. */
export function newReference(): string {
  const characters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]);
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** A secret for a link or a cookie: 32 random bytes, 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex: what of a secret, or of a text, is stored. */
export function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}

/** Compares two hashes without telling by the time it takes where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
