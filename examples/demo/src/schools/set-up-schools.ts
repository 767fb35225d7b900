import { availableParallelism } from "node:os";
import {
  createStoredAccounts,
  createStoredDirectory,
  issueLetter,
  createStoredDirectoryWriter,
  systemClock,
  type Clock,
  type PasswordHasher,
  type Store,
  type Vault,
} from "@educonnect-activation/server-adapter";
import { generateDirectory } from "../directory/generate-directory.ts";
import type { Letter } from "../letters/letter.ts";
import { readLettersFile, writeLettersFile } from "../letters/letters-file.ts";
import { planLetters, type PlannedLetter } from "../letters/plan-letters.ts";
import { toDirectoryRecords } from "./directory-records.ts";

/** What the schools of the demo are set up in. */
export interface SchoolsSetting {
  readonly store: Store;
  readonly vault: Vault;
  readonly passwordHasher: PasswordHasher;
  /** The file of the letters in clear. */
  readonly lettersPath: string;
  /** Seed of the directory. */
  readonly seed: string;
}

const daySeconds = 86_400;

/** Letters whose password has expired when the demo opens, counted from the last of the guardians and of the pupils: drawn families all. */
const expiredPlaces: ReadonlySet<number> = new Set([3, 10, 17]);
const expiredAgeDays = 100;

/** Hashes that run at once: as many as the hasher starts, since on a busy machine it refuses those that would have to wait. */
const lettersAtOnce = Math.min(availableParallelism(), 4);

const olderClock = (ageDays: number): Clock => ({ now: () => systemClock.now() - ageDays * daySeconds });

async function issue(planned: PlannedLetter, isExpired: boolean, setting: SchoolsSetting): Promise<Letter> {
  const clock = isExpired ? olderClock(expiredAgeDays) : systemClock;
  const { store, vault, passwordHasher } = setting;
  const directory = createStoredDirectory(store, vault);
  const accounts = createStoredAccounts(store, vault);
  const { identifier, provisionalPassword } = await issueLetter(
    { store, directory, accounts, passwordHasher, clock },
    planned.personId,
  );
  const issuedAt = new Date(clock.now() * 1000).toISOString();
  return { ...planned, identifier, provisionalPassword, issuedAt };
}

/**
 * Gives back the letters in the demo's file; at the first start, writes the directory and issues them, of which a few have expired.
 *
 * The file is written last: while it is missing, the set-up has not ended, and the next start does it again.
 *
 * @throws {LetterError} when the file is missing although somebody has activated an account.
 */
export async function setUpSchools(setting: SchoolsSetting): Promise<readonly Letter[]> {
  const known = await readLettersFile(setting.lettersPath);
  if (known !== null) return known;
  const directory = generateDirectory(setting.seed);
  await createStoredDirectoryWriter(setting.store, setting.vault).upsert(toDirectoryRecords(directory));
  const planned = planLetters(directory);
  const expired = new Set(
    ["guardian", "pupil"].flatMap((kind) =>
      planned
        .filter((letter) => letter.kind === kind)
        .filter((_, index, all) => expiredPlaces.has(all.length - index)),
    ),
  );
  const letters: Letter[] = [];
  for (let start = 0; start < planned.length; start += lettersAtOnce) {
    const batch = planned.slice(start, start + lettersAtOnce);
    letters.push(...(await Promise.all(batch.map((letter) => issue(letter, expired.has(letter), setting)))));
  }
  await writeLettersFile(setting.lettersPath, letters);
  return letters;
}
