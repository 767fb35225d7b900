import { scrypt, timingSafeEqual } from "node:crypto";
import { PasswordHashError } from "../ports/password-hasher.ts";

/** Twice what OWASP's strongest advice (N = 2¹⁷, r = 8) needs. */
const mostMemoryBytes = 256 * 1024 * 1024;
const mostParallelism = 16;

const pattern =
  /^\$scrypt\$ln=(?<ln>\d{1,2}),r=(?<r>\d{1,3}),p=(?<p>\d{1,3})\$(?<salt>[A-Za-z0-9+/]{2,128})\$(?<hash>[A-Za-z0-9+/]{22,172})$/;

/**
 * Whether a password is the one of an imported scrypt PHC string (`$scrypt$ln=15,r=8,p=1$salt$hash`, base64 without padding; RFC 7914).
 *
 * @throws {PasswordHashError} when the string is malformed or asks for more than 256 MiB
 */
export async function verifyScrypt(phc: string, password: string): Promise<boolean> {
  const { ln, r, p, salt, hash } = pattern.exec(phc)?.groups ?? {};
  if (ln === undefined || r === undefined || p === undefined || salt === undefined || hash === undefined) {
    throw new PasswordHashError("password_hash_invalid", "an scrypt hash is malformed");
  }
  const [N, blockSize, parallelization] = [2 ** Number(ln), Number(r), Number(p)];
  const memoryBytes = 128 * blockSize * (N + parallelization);
  if (N < 2 || blockSize < 1 || parallelization < 1) {
    throw new PasswordHashError("password_hash_invalid", "an scrypt hash has parameters out of range");
  }
  if (memoryBytes > mostMemoryBytes || parallelization > mostParallelism) {
    throw new PasswordHashError("password_hash_invalid", "an scrypt hash asks for too much memory or time");
  }
  const expected = Buffer.from(hash, "base64");
  // Node counts a few blocks more than the formula.
  const options = { N, r: blockSize, p: parallelization, maxmem: memoryBytes + 1024 * 1024 };
  const actual = await new Promise<Buffer>((resolve, reject) => {
    scrypt(password, Buffer.from(salt, "base64"), expected.length, options, (error, key) => {
      if (error === null) resolve(key);
      else
        reject(
          new PasswordHashError("password_hash_invalid", "an scrypt hash can't be computed", {
            cause: error,
          }),
        );
    });
  });
  return timingSafeEqual(actual, expected);
}
