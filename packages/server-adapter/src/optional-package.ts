/** A package that the deployment did not install, although an entry point that it imports needs it. */
export class MissingPackageError extends Error {
  override readonly name = "MissingPackageError";
  readonly code = "package_missing";
  readonly packageName: string;

  constructor(packageName: string, neededBy: string, options?: ErrorOptions) {
    super(
      `${neededBy} needs the package ${packageName}, which is not installed: npm install ${packageName}`,
      options,
    );
    this.packageName = packageName;
  }
}

/**
 * Loads an optional peer dependency. Only the module that needs it does so, as it is imported, so that a deployment learns at its start
 * what it lacks, and never loads what it does not use.
 *
 * @param neededBy begins the sentence of the error, such as "The PostgreSQL store"
 * @param load `() => import("…")`, written out so that bundlers see it
 * @throws {MissingPackageError} when the package is not installed; any other failure of the import is passed on.
 */
export async function importOptional<Module>(
  packageName: string,
  neededBy: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (isNotFound(error, packageName))
      throw new MissingPackageError(packageName, neededBy, { cause: error });
    throw error;
  }
}

/** The code is Node's, Deno's and Bun's alike; the quotes tell the package from one of its own dependencies. */
function isNotFound(error: unknown, packageName: string): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND") &&
    new RegExp(`['"]${packageName}['"]`).test(error.message)
  );
}
