import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { minifyHTMLLiterals } from "minify-literals";
import esbuild, { minify } from "rollup-plugin-esbuild";
import { minify as minifyAgain } from "terser";
import { readMangledProperties } from "./scripts/mangled-properties.mjs";

const target = "es2022";
const define = "packages/elements/src/define";
const wizard = { "educonnect-activation": `${define}/educonnect-activation.ts` };

const wizardModule =
  /\/packages\/(?:core|elements)\/src\/|\/node_modules\/(?:lit|lit-html|lit-element|@lit)\//;

/** Weight that a page asks for when it needs it, never with the wizard: dictionaries, further languages, WebAuthn. */
const loadedOnDemand =
  /\/(?:strength|passkey|webauthn)\/|\/password\/strength\.ts$|\/messages\/(?!fr\/)[\w-]+\/[\w-]+\.ts$|\/messages\/language\.ts$|\/i18n\/languages\.ts$/;

/** In one file like stands beside like: gzip looks back no further than 32 KB, and finds 1 KB more that way. */
const likeBesideLike = [
  "packages/elements/src/**/*-styles.ts",
  "packages/core/src/messages/fr/*.ts",
  "packages/core/src/password/evaluate-password.ts",
  "packages/elements/src/client/activation-client.ts",
  "packages/elements/src/wizard/*panels.ts",
  "packages/elements/src/controls/*.ts",
  "packages/elements/src/screens/*/educonnect-*.ts",
  "packages/elements/src/wizard/later-request.ts",
  "packages/elements/src/wizard/time/*.ts",
];

/** `pnpm build` makes everything, `rollup --config --configBundle` the browser bundles alone. */
export default function configure({ configBundle }) {
  const bundles = [oneFileBundle(), splitBundle(), standaloneScreens()];
  return configBundle ? bundles : [...["core", "elements", "server-adapter"].map(packageModules), ...bundles];
}

/** Every module of a package as a module of its own, for bundlers to choose from; tsc adds the types. */
function packageModules(name) {
  const root = `packages/${name}`;
  const { exports } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  return {
    input: Object.values(exports).flatMap(({ "educonnect-source": source, default: built }) =>
      source && built ? globSync(`${root}/${source}`) : [],
    ),
    external: (id) => !id.startsWith(".") && !id.startsWith("/") && !id.startsWith(root),
    plugins: [nodeResolve({ extensions: [".ts"] }), esbuild({ target }), minifyTemplates()],
    output: {
      dir: `${root}/dist`,
      preserveModules: true,
      preserveModulesRoot: `${root}/src`,
      sourcemap: true,
    },
  };
}

/** The whole wizard in one file, for a page without a build. */
function oneFileBundle() {
  return {
    input: wizard,
    // A variable that is inlined leaves the place where it stood among its like.
    plugins: [orderModules(), ...browserPlugins({ reduce_vars: false })],
    output: {
      ...browserOutput("packages/elements/dist"),
      chunkFileNames: "educonnect-activation-[name]-[hash].js",
      manualChunks: (id) => {
        if (loadedOnDemand.test(id)) return textsChunk(id);
        return wizardModule.test(id) ? "educonnect-activation" : undefined;
      },
    },
  };
}

/** Each screen by itself, the portal and the methods among them, for a page without a build; they share what several need. */
function standaloneScreens() {
  const screens = globSync(`${define}/*.ts`).filter(
    (path) => !/-group\.ts$|\.test\.ts$|\/define-element\.ts$|\/educonnect-/.test(path),
  );
  return {
    input: Object.fromEntries(screens.map((path) => [basename(path, ".ts"), path])),
    plugins: browserPlugins(),
    output: {
      ...browserOutput("packages/elements/dist/standalone"),
      chunkFileNames: "[name]-[hash].js",
      manualChunks: textsChunk,
      experimentalMinChunkSize: 8000,
    },
  };
}

/** The same, cut where the wizard imports on demand: the first screen loads least. */
function splitBundle() {
  return {
    input: wizard,
    plugins: [...browserPlugins(), listPreloads()],
    output: {
      ...browserOutput("packages/elements/dist/browser"),
      chunkFileNames: "[name]-[hash].js",
      manualChunks: textsChunk,
    },
  };
}

/** The texts of a language, each part by itself: `en`, `en-flow`. */
function textsChunk(id) {
  const [, tag, part] = /\/messages\/(?!fr\/)([\w-]+)\/([\w-]+)\.ts$/.exec(id) ?? [];
  if (tag === undefined) return undefined;
  return part === "language" ? tag : `${tag}-${part}`;
}

function browserPlugins(compress = {}) {
  // Named, or else the environment decides: under a test runner the development build of Lit would go in.
  const exportConditions = ["educonnect-source", "production", "browser", "import", "module", "default"];
  return [
    nodeResolve({ browser: true, exportConditions, extensions: [".ts", ".js"] }),
    leaveOutLitSheets(),
    esbuild({ target }),
    minifyTemplates(),
    minify({ target, legalComments: "none", ...mangleProperties() }),
    minifyFurther(compress),
    leaveOutMapsOfTexts(),
    listIntegrity(),
  ];
}

/** Members that never leave the package get short names, the same in every file. */
function mangleProperties() {
  const mangleCache = readMangledProperties(`${import.meta.dirname}/`);
  return { mangleCache, mangleProps: new RegExp(`^(?:${Object.keys(mangleCache).join("|")})$`) };
}

function browserOutput(dir) {
  return { dir, entryFileNames: "[name].js", format: "es", sourcemap: true };
}

/** Lit's own way of adopting `static styles`, which no element has: `theme/styling.ts` does it for both renderings. */
function leaveOutLitSheets() {
  return {
    name: "leave-out-lit-sheets",
    load(id) {
      if (!id.endsWith("/@lit/reactive-element/css-tag.js")) return null;
      const nothing = ["css", "unsafeCSS", "getCompatibleStyle", "adoptStyles"].map(
        (name) => `${name} = () => {}`,
      );
      return `export const ${nothing.join(", ")}, CSSResult = Object, supportsAdoptingStyleSheets = true;`;
    },
  };
}

/** Texts of a language have no lines to step through, and the comment that names a map is 1 % of their weight. */
function leaveOutMapsOfTexts() {
  return {
    name: "leave-out-maps-of-texts",
    generateBundle(_, files) {
      for (const file of Object.values(files)) {
        if (file.type !== "chunk" || !/\/messages\/(?!fr\/)[\w-]+\//.test(file.facadeModuleId ?? ""))
          continue;
        file.code = file.code.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
        delete files[file.sourcemapFileName];
      }
    },
  };
}

/** Writes beside the files what each must hash to, for `integrity` attributes and import maps (Subresource Integrity, 3.5). */
function listIntegrity() {
  return {
    name: "list-integrity",
    writeBundle({ dir }, files) {
      const hashes = Object.values(files).flatMap((file) => {
        if (file.type !== "chunk") return [];
        const hash = createHash("sha384").update(readFileSync(`${dir}/${file.fileName}`));
        return [[file.fileName, `sha384-${hash.digest("base64")}`]];
      });
      writeFileSync(
        `${dir}/integrity.json`,
        `${JSON.stringify(Object.fromEntries(hashes.sort()), null, 2)}\n`,
      );
    },
  };
}

/** Writes beside the files which of them the first screen needs in each language, for `modulepreload`. */
function listPreloads() {
  return {
    name: "list-preloads",
    generateBundle(_, files) {
      const chunks = Object.values(files).filter(({ type }) => type === "chunk");
      const entry = chunks.find(({ isEntry }) => isEntry).fileName;
      const languages = chunks.find(({ name }) => name === "languages").fileName;
      const tagOf = ({ facadeModuleId }) =>
        /\/messages\/([\w-]+)\/language\.ts$/.exec(facadeModuleId ?? "")?.[1];
      const preloads = { fr: [entry] };
      for (const chunk of chunks.filter(tagOf)) preloads[tagOf(chunk)] = [entry, languages, chunk.fileName];
      const source = `${JSON.stringify(preloads, null, 2)}\n`;
      this.emitFile({ type: "asset", fileName: "preload.json", source });
    },
  };
}

/** Terser after esbuild leaves 1 % less to compress than either alone. */
function minifyFurther(compress) {
  return {
    name: "minify-further",
    async renderChunk(code) {
      const minified = await minifyAgain(code, {
        module: true,
        ecma: 2022,
        sourceMap: { asObject: true },
        // No getter here does anything, nor is a function called with `new`.
        compress: { passes: 2, pure_getters: true, unsafe_arrows: true, unsafe_methods: true, ...compress },
        format: { comments: false },
      });
      return { code: minified.code, map: minified.map };
    },
  };
}

/** Takes the white space out of html`…` and css`…`, which no minifier of scripts looks into. */
function minifyTemplates() {
  return {
    name: "minify-templates",
    async transform(code, id) {
      if (!id.includes("/packages/elements/src/") || !/\b(?:html|svg|css)`/.test(code)) return null;
      return await minifyHTMLLiterals(code, { fileName: id });
    },
  };
}

/** Lets the entry import modules in the order wanted before its own. */
function orderModules() {
  const entry = resolve(wizard["educonnect-activation"]);
  return {
    name: "order-modules",
    async transform(code, id) {
      if (id !== entry) return null;
      const first = likeBesideLike.flatMap((pattern) => globSync(pattern).sort());
      const imports = first.filter((path) => !/\.test\.ts$|\/catalogue\.ts$/.test(path));
      return { code: `${imports.map((path) => `import "${resolve(path)}";\n`).join("")}${code}`, map: null };
    },
  };
}
