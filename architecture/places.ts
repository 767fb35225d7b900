const nodeOnlyFolders = ["node", "cli", "testing", "stores/sqlite", "stores/postgres", "delivery/smtp"];
const consumerFolder = /^(?:stories|e2e|bench|examples\/[^/]+)\//;

export const core = "packages/core/src/";
export const elements = "packages/elements/src/";
export const serverAdapter = "packages/server-adapter/src/";

export function isTest(path: string): boolean {
  return path.endsWith(".test.ts");
}

/** Whether a file ships: below a package's `src`, and no test. */
export function isShipped(path: string): boolean {
  return /^packages\/[^/]+\/src\//.test(path) && !isTest(path);
}

export function isShippedIn(folder: string): (path: string) => boolean {
  return (path) => path.startsWith(folder) && !isTest(path);
}

/** Whether a file of the server adapter may use Node: the same folders as in its tsconfig.node.json. */
export function isNodeOnly(path: string): boolean {
  return nodeOnlyFolders.some((folder) => path.startsWith(`${serverAdapter}${folder}/`));
}

/** The folder that stories, an example, e2e or bench must stay in; absent for anything else. */
export function consumerRoot(path: string): string | undefined {
  return consumerFolder.exec(path)?.[0];
}
