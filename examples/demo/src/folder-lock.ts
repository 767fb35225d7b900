import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const lockName = /^demo\.([1-9]\d*)\.lock$/u;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else can't be signalled, but is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Takes a folder for this process alone, by a file that bears its pid; of two that start at once at most one gets it.
 *
 * The files of processes that are gone are removed.
 *
 * @returns what gives the folder back
 * @throws {Error} naming the process that has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const own = join(folder, `demo.${process.pid}.lock`);
  await writeFile(own, "", { mode: 0o600 });
  const unlock = (): Promise<void> => rm(own, { force: true });
  for (const name of await readdir(folder)) {
    const pid = Number(lockName.exec(name)?.[1] ?? process.pid);
    if (pid === process.pid) continue;
    if (!isAlive(pid)) {
      await rm(join(folder, name), { force: true });
      continue;
    }
    await unlock();
    throw new Error(`another demo (process ${pid}) runs on ${folder}: stop it, or choose another --data`);
  }
  return unlock;
}
