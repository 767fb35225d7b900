import { isBuiltin } from "node:module";
import { core, elements, isNodeOnly, isShipped, isShippedIn, isTest, serverAdapter } from "../places.ts";
import { importRule, type Rule } from "../rule.ts";
import { packageName } from "../source-file.ts";

const scope = "@educonnect-activation";
const nodeOnlyPackages = new Set(["pg", "@node-rs/argon2", "@node-rs/bcrypt", "nodemailer"]);
const adapterFolders = [
  "stores/",
  "node/",
  "cli/",
  "testing/",
  "directory/",
  "delivery/sms/",
  "franceconnect/",
  "delivery/smtp/",
  "delivery/smtp",
].map((folder) => `${serverAdapter}${folder}`);

const screenFolder = new RegExp(`^${elements}screens/[^/]+/`);

export const dependencyRules: readonly Rule[] = [
  importRule(
    "core imports nothing but itself",
    isShippedIn(core),
    (_, target) => target === undefined || !target.startsWith(core),
  ),
  importRule(
    "elements import core and lit only, and strength alone its estimator",
    isShippedIn(elements),
    (specifier, target, path) => {
      if (target !== undefined) return false;
      const owner = packageName(specifier);
      if (owner.startsWith("@zxcvbn-ts/")) return !path.startsWith(`${elements}strength/`);
      return owner !== `${scope}/core` && owner !== "lit";
    },
  ),
  importRule(
    "a screen imports no other screen, nor the client, nor the wizard",
    isShippedIn(`${elements}screens/`),
    (_, target, path) => {
      if (target === undefined) return false;
      const screen = screenFolder.exec(target)?.[0];
      if (["client", "wizard", "define"].some((folder) => isWithin(target, elements + folder))) {
        return true;
      }
      return screen !== undefined && !path.startsWith(screen);
    },
  ),
  importRule("server-adapter does not know the elements", isShippedIn(serverAdapter), (specifier) =>
    [`${scope}/elements`, "lit"].includes(packageName(specifier)),
  ),
  importRule(
    "endpoints see ports, never adapters",
    isShippedIn(`${serverAdapter}endpoints/`),
    (_, target) => target !== undefined && adapterFolders.some((folder) => target.startsWith(folder)),
  ),
  importRule(
    "zod stays in server-adapter",
    (path) => isShipped(path) && !path.startsWith(serverAdapter),
    (specifier) => packageName(specifier) === "zod",
  ),
  importRule(
    "Node and its packages stay in the Node-only folders",
    (path) => isShipped(path) && !isNodeOnly(path),
    (specifier, target) =>
      target === undefined && (isBuiltin(specifier) || nodeOnlyPackages.has(packageName(specifier))),
  ),
  importRule(
    "portable code does not import a Node-only folder",
    (path) => path.startsWith(serverAdapter) && !isTest(path) && !isNodeOnly(path),
    (_, target) => target !== undefined && isNodeOnly(target),
  ),
  ...["jose", "@simplewebauthn/server", "openid-client", "libphonenumber-js"].map(singleImporterRule),
];

function isWithin(target: string, folder: string): boolean {
  return target === folder || target.startsWith(`${folder}/`) || target === `${folder}.ts`;
}

/** Libraries that need watching have one door, where their options are set once. */
function singleImporterRule(library: string): Rule {
  return {
    name: `one file imports ${library}`,
    check(files) {
      const importers = files.filter(
        (file) =>
          isShipped(file.path) && file.imports.some(({ specifier }) => packageName(specifier) === library),
      );
      if (importers.length <= 1) return [];
      return importers.map(({ path }) => ({ path, detail: `imports ${library}, and so does another file` }));
    },
  };
}
