import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { minifyHTMLLiterals } from "minify-literals";
import esbuild, { minify } from "rollup-plugin-esbuild";
import { minify as minifyAgain } from "terser";

const target = "es2022";
const wizard = { "educonnect-activation": "packages/elements/src/define/educonnect-activation.ts" };

const wizardModule =
  /\/packages\/(?:core|elements)\/src\/|\/node_modules\/(?:lit|lit-html|lit-element|@lit)\//;

/** Weight that a page asks for when it needs it, never with the wizard: dictionaries, further languages, WebAuthn. */
const loadedOnDemand =
  /\/(?:strength|passkey|webauthn)\/|\/password\/strength\.ts$|\/(?:messages|i18n)\/(?!fr\b)[a-z]{2}\b/;

/** In one file like stands beside like: gzip looks back no further than 32 KB, and finds 1 KB more that way. */
const likeBesideLike = [
  "packages/elements/src/**/*-styles.ts",
  "packages/core/src/messages/fr*.ts",
  "packages/elements/src/client/activation-client.ts",
  "packages/elements/src/controls/*.ts",
  "packages/elements/src/screens/*/educonnect-*.ts",
];

/** `pnpm build` makes everything, `rollup --config --configBundle` the browser bundles alone. */
export default function configure({ configBundle }) {
  const bundles = [oneFileBundle(), splitBundle()];
  return configBundle ? bundles : [...["core", "elements", "server-adapter"].map(packageModules), ...bundles];
}

/** Every module of a package as a module of its own, for bundlers to choose from; tsc adds the types. */
function packageModules(name) {
  const root = `packages/${name}`;
  const { exports } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  return {
    input: Object.values(exports).map((conditions) => `${root}/${conditions["educonnect-source"]}`),
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
    plugins: [orderModules(), ...browserPlugins()],
    output: {
      ...browserOutput("packages/elements/dist"),
      chunkFileNames: "educonnect-activation-[name]-[hash].js",
      manualChunks: (id) => {
        return wizardModule.test(id) && !loadedOnDemand.test(id) ? "educonnect-activation" : undefined;
      },
    },
  };
}

/** The same, cut where the wizard imports on demand: the first screen loads least. */
function splitBundle() {
  return {
    input: wizard,
    plugins: browserPlugins(),
    output: { ...browserOutput("packages/elements/dist/browser"), chunkFileNames: "[name]-[hash].js" },
  };
}

function browserPlugins() {
  // Named, or else the environment decides: under a test runner the development build of Lit would go in.
  const exportConditions = ["educonnect-source", "production", "browser", "import", "module", "default"];
  return [
    nodeResolve({ browser: true, exportConditions, extensions: [".ts", ".js"] }),
    esbuild({ target }),
    minifyTemplates(),
    minify({ target, legalComments: "none" }),
    minifyFurther(),
  ];
}

function browserOutput(dir) {
  return { dir, entryFileNames: "[name].js", format: "es", sourcemap: true };
}

/** Terser after esbuild leaves 1 % less to compress than either alone. */
function minifyFurther() {
  return {
    name: "minify-further",
    async renderChunk(code) {
      const minified = await minifyAgain(code, {
        module: true,
        ecma: 2022,
        sourceMap: { asObject: true },
        compress: { passes: 2 },
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
      const imports = first.filter((path) => !path.endsWith(".test.ts"));
      return { code: `${imports.map((path) => `import "${resolve(path)}";\n`).join("")}${code}`, map: null };
    },
  };
}
