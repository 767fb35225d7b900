import { isShippedIn, serverAdapter } from "../places.ts";
import { fileRule, type Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";

const folder = `${serverAdapter}endpoints/`;
const list = `${folder}endpoints.ts`;

const isServer = isShippedIn(serverAdapter);

/** How many endpoints a file defines. */
const countEndpoints = ({ text }: SourceFile) => text.match(/= defineEndpoint\(/g)?.length ?? 0;

/** The exported endpoints of a file, by name. */
const exportedEndpoints = ({ text }: SourceFile) =>
  [...text.matchAll(/^export const (\w+) = defineEndpoint\(/gm)].map(([, name = ""]) => name);

export const endpointRules: readonly Rule[] = [
  fileRule("an endpoint is one module", (file) => {
    const count = countEndpoints(file);
    if (!isServer(file.path) || count === 0) return undefined;
    if (!file.path.startsWith(folder) || file.path.slice(folder.length).includes("/")) {
      return "defines an endpoint outside endpoints/";
    }
    if (count > 1) return `defines ${count} endpoints`;
    return exportedEndpoints(file).length === 1 ? undefined : "keeps its endpoint to itself";
  }),
  {
    name: "every endpoint is in the list that is served",
    check(files) {
      const served = files.find(({ path }) => path === list);
      return files
        .filter((file) => isServer(file.path) && countEndpoints(file) > 0)
        .filter(({ path }) => !served?.imports.some(({ target }) => target === path))
        .map(({ path }) => ({ path, detail: "is not imported by endpoints.ts" }));
    },
  },
];
