import { describe, expect, it } from "vitest";
import { rules } from "./rules.ts";
import { mostShortFiles } from "./rules/file-rules.ts";
import { parseSourceFile } from "./source-file.ts";

const core = "packages/core/src";
const elements = "packages/elements/src";
const server = "packages/server-adapter/src";
const coreManifest = [
  "packages/core/package.json",
  JSON.stringify({
    name: "@educonnect-activation/core",
    exports: {
      ".": {
        "educonnect-source": "./src/index.ts",
        types: "./dist/index.d.ts",
        default: "./dist/index.js",
      },
      "./messages/*": {
        "educonnect-source": "./src/messages/*/language.ts",
        types: "./dist/messages/*/language.d.ts",
        default: "./dist/messages/*/language.js",
      },
    },
  }),
] as const;
const english = [`${core}/messages/en/language.ts`, ""] as const;
const coreIndex = [`${core}/index.ts`, `export { a } from "./a.ts";`] as const;

interface Fixture {
  /** Files that a fixture needs beside its offenders, none of which is one. */
  readonly given?: readonly (readonly [path: string, text: string])[];
  readonly breaks: readonly (readonly [path: string, text: string])[];
  readonly keeps: readonly (readonly [path: string, text: string])[];
}

const fixtures: Readonly<Record<string, Fixture>> = {
  "no file imports itself by way of others, types included": {
    breaks: [
      [`${core}/a.ts`, `import type { B } from "./b.ts";`],
      [`${core}/b.ts`, `export * from "./c/c.ts";`],
      [`${core}/c/c.ts`, `const a = await import("../a.ts");`],
    ],
    keeps: [
      [`${core}/a.ts`, `import type { B } from "./b.ts";`],
      [`${core}/b.ts`, `export * from "./c/c.ts";`],
      [`${core}/b.test.ts`, `import { a } from "./a.ts";`],
    ],
  },
  "no folder imports itself by way of others, types included": {
    breaks: [
      [`${server}/flows/flow.ts`, `import type { Session } from "../sessions/session.ts";`],
      [`${server}/sessions/other.ts`, `import { a } from "../flows/sub/a.ts";`],
    ],
    keeps: [
      [`${server}/flows/flow.ts`, `import type { Session } from "../sessions/session.ts";`],
      [`${server}/sessions/session.ts`, `import type { Environment } from "../environment.ts";`],
      [`${server}/environment.ts`, `import type { Flow } from "./flows/flow.ts";`],
    ],
  },
  "one file of the server runs the machine": {
    breaks: [[`${server}/flows/a.ts`, "const next = transition(state, event, policy);"]],
    keeps: [
      [`${server}/flows/run-machine.ts`, "const next = transition(state, event, policy);"],
      [`${core}/activation/a.ts`, "const next = transition(state, event, policy);"],
    ],
  },
  "one file opens sessions": {
    breaks: [[`${server}/flows/a.ts`, `const change = { type: "insert", table: "sessions", row };`]],
    keeps: [
      [`${server}/sessions/session.ts`, `const change = { type: "insert", table: "sessions", row };`],
      [`${server}/flows/a.ts`, `const change = { type: "delete", table: "sessions", where };`],
    ],
  },
  "an endpoint is one module": {
    breaks: [
      [`${server}/flows/a.ts`, "export const a = defineEndpoint({});"],
      [`${server}/endpoints/openapi/a.ts`, "export const a = defineEndpoint({});"],
      [
        `${server}/endpoints/b.ts`,
        "export const a = defineEndpoint({});\nexport const b = defineEndpoint({});",
      ],
      [`${server}/endpoints/c.ts`, "const a = defineEndpoint({});"],
    ],
    keeps: [
      [`${server}/endpoints/a.ts`, "export const a = defineEndpoint({});"],
      [`${server}/endpoints/a.test.ts`, "const a = defineEndpoint({}); const b = defineEndpoint({});"],
    ],
  },
  "every endpoint is in the list that is served": {
    given: [[`${server}/endpoints/endpoints.ts`, `import { a } from "./a.ts";`]],
    breaks: [[`${server}/endpoints/b.ts`, "export const b = defineEndpoint({});"]],
    keeps: [
      [`${server}/endpoints/a.ts`, "export const a = defineEndpoint({});"],
      [`${server}/endpoints/replies.ts`, "export const b = 1;"],
    ],
  },
  "domain folders know no HTTP": {
    breaks: [
      [`${server}/flows/a.ts`, `import { ProblemError } from "../http/problem.ts";`],
      [`${server}/accounts/b.ts`, `import type { Context } from "../endpoints/context.ts";`],
      [`${server}/sessions/c.ts`, `import { handle } from "../handle.ts";`],
    ],
    keeps: [
      [`${server}/flows/a.ts`, `import { Refusal } from "../refusal.ts";`],
      [`${server}/endpoints/b.ts`, `import { ProblemError } from "../http/problem.ts";`],
      [`${server}/environment.ts`, `import type { CookieNames } from "./http/cookies.ts";`],
    ],
  },
  "core imports nothing but itself": {
    breaks: [
      [`${core}/a.ts`, `import { z } from "zod";`],
      [`${core}/b.ts`, `import type { A } from "lit";`],
      [`${core}/c.ts`, `export * from "../../elements/src/a.ts";`],
      [`${core}/d.ts`, `const a = await import("node:fs");`],
      [`${core}/e.ts`, `export type A = import("lit").LitElement;`],
      [`${core}/f.ts`, `const name = "zod"; const a = await import(name);`],
    ],
    keeps: [
      [`${core}/a/a.ts`, `import { b } from "../b.ts";`],
      [`${core}/a.test.ts`, `import { it } from "vitest";`],
    ],
  },
  "elements import core and lit only, and strength alone its estimator": {
    breaks: [
      [`${elements}/a.ts`, `import { a } from "@educonnect-activation/server-adapter";`],
      [`${elements}/b.ts`, `import { a } from "zod/mini";`],
      [`${elements}/c.ts`, `import { a } from "@zxcvbn-ts/core";`],
    ],
    keeps: [
      [
        `${elements}/a.ts`,
        `import { a } from "@educonnect-activation/core/strength"; import { html } from "lit/html.js";`,
      ],
      [`${elements}/strength/a.ts`, `import { a } from "@zxcvbn-ts/core";`],
    ],
  },
  "a screen imports no other screen, nor the client, nor the wizard": {
    breaks: [
      [`${elements}/screens/login/login.ts`, `import { a } from "../password/password.ts";`],
      [`${elements}/screens/login/b.ts`, `import { a } from "../../client/client.ts";`],
      [`${elements}/screens/base-screen.ts`, `import { a } from "./login/login.ts";`],
      [`${elements}/screens/login/c.ts`, `import { a } from "../../wizard/wizard.ts";`],
    ],
    keeps: [
      [
        `${elements}/screens/login/login.ts`,
        `import { a } from "./b.ts"; import { c } from "../../controls/c.ts";`,
      ],
      [`${elements}/screens/login/d.ts`, `import { a } from "../base-screen.ts";`],
      [`${elements}/wizard/wizard.ts`, `import { a } from "../screens/login/login.ts";`],
    ],
  },
  "server-adapter does not know the elements": {
    breaks: [[`${server}/a.ts`, `import { a } from "@educonnect-activation/elements";`]],
    keeps: [[`${server}/a.ts`, `import { a } from "@educonnect-activation/core";`]],
  },
  "endpoints see ports, never adapters": {
    breaks: [
      [`${server}/endpoints/a.ts`, `import { a } from "../stores/memory/memory-store.ts";`],
      [`${server}/endpoints/b.ts`, `import type { a } from "../node/hasher.ts";`],
      [`${server}/endpoints/c.ts`, `import type { a } from "../delivery/smtp/mailer.ts";`],
    ],
    keeps: [[`${server}/endpoints/a.ts`, `import type { Store } from "../ports/store.ts";`]],
  },
  "zod stays in server-adapter": {
    breaks: [[`${elements}/a.ts`, `import { z } from "zod";`]],
    keeps: [[`${server}/a.ts`, `import { z } from "zod";`]],
  },
  "Node and its packages stay in the Node-only folders": {
    breaks: [
      [`${server}/endpoints/a.ts`, `import { randomBytes } from "node:crypto";`],
      [`${server}/handler.ts`, `import { randomBytes } from "crypto";`],
      [`${server}/stores/sql/a.ts`, `import { Pool } from "pg";`],
    ],
    keeps: [
      [`${server}/node/a.ts`, `import { createServer } from "node:http";`],
      [`${server}/stores/sqlite/a.ts`, `import { DatabaseSync } from "node:sqlite";`],
      [`${server}/stores/postgres/a.ts`, `import { Pool } from "pg";`],
    ],
  },
  "portable code does not import a Node-only folder": {
    breaks: [[`${server}/handler.ts`, `import { a } from "./node/hasher.ts";`]],
    keeps: [[`${server}/node/a.ts`, `import { a } from "../handler.ts";`]],
  },
  ...Object.fromEntries(
    ["jose", "@simplewebauthn/server", "openid-client", "libphonenumber-js"].map((library) => [
      `one file imports ${library}`,
      {
        breaks: [
          [`${server}/a.ts`, `import { a } from "${library}";`],
          [`${server}/b.ts`, `import type { a } from "${library}/sub";`],
        ],
        keeps: [
          [`${server}/a.ts`, `import { a } from "${library}";`],
          [`${server}/b.test.ts`, `import { a } from "${library}";`],
        ],
      } satisfies Fixture,
    ]),
  ),
  "packages are imported by their published entry points": {
    given: [coreManifest, english],
    breaks: [
      ["e2e/b.test.ts", `import { a } from "@educonnect-activation/core/messages/tlh";`],
      ["e2e/a.test.ts", `import { a } from "@educonnect-activation/core/src/a.ts";`],
      [`${elements}/a.ts`, `import { a } from "@educonnect-activation/core/identity";`],
    ],
    keeps: [
      ["e2e/a.test.ts", `import { a } from "@educonnect-activation/core";`],
      ["e2e/b.test.ts", `import { a } from "@educonnect-activation/core/messages/en";`],
    ],
  },
  "stories, examples, e2e and bench import nothing outside their folder by path": {
    breaks: [
      ["stories/a.stories.ts", `import { a } from "../packages/core/src/a.ts";`],
      ["examples/demo/src/main.ts", `import { a } from "../../other/a.ts";`],
      ["e2e/a.test.ts", `import { a } from "../bench/a.ts";`],
      ["bench/main.ts", `import { a } from "../packages/core/dist/index.js";`],
    ],
    keeps: [["examples/demo/src/main.ts", `import { a } from "../data/a.ts";`]],
  },
  "a package does not reach out of its folder by path": {
    breaks: [
      [`${elements}/a.ts`, `import { a } from "../../core/src/a.ts";`],
      [`${elements}/a.test.ts`, `import { a } from "../../../e2e/a.ts";`],
      [`${core}/a.ts`, `import { a } from "../data-scripts/a.ts";`],
    ],
    keeps: [[`${core}/a/b.ts`, `import { a } from "../a.ts";`]],
  },
  "what ships does not import its tests": {
    breaks: [
      [`${core}/a.ts`, `import { a } from "./b.test.ts";`],
      [`${server}/testing/a.ts`, `import { a } from "@educonnect-activation/test-support/postgres";`],
    ],
    keeps: [[`${core}/a.test.ts`, `import { a } from "./b.test.ts";`]],
  },
  "index.ts is a published entry point and holds named re-exports only": {
    given: [coreManifest],
    breaks: [
      [`${core}/index.ts`, `export * from "./a.ts";`],
      [`${core}/identity/index.ts`, `export { a } from "./a.ts";`],
      [`${elements}/screens/index.ts`, `export { a } from "./a.ts";`],
    ],
    keeps: [coreIndex],
  },
  "every entry point of an exports map has its source, types and built file": {
    given: [coreIndex, english, [`${elements}/a.ts`, ""]],
    breaks: [
      [
        "packages/elements/package.json",
        JSON.stringify({
          name: "@educonnect-activation/elements",
          exports: {
            "./a": {
              "educonnect-source": "./src/a.ts",
              types: "./dist/b.d.ts",
              default: "./dist/a.js",
            },
          },
        }),
      ],
    ],
    keeps: [coreManifest],
  },
  "what only tests need is not published": {
    given: [
      [
        "packages/server-adapter/package.json",
        JSON.stringify({
          name: "@educonnect-activation/server-adapter",
          files: ["dist"],
          exports: {
            "./testing": {
              "educonnect-source": "./src/testing/index.ts",
              types: "./dist/testing/index.d.ts",
              default: "./dist/testing/index.js",
            },
            "./test/portal": { "educonnect-source": "./test/portal/index.ts" },
          },
        }),
      ],
      [`${server}/testing/index.ts`, `export { a } from "./store/a.ts";`],
    ],
    breaks: [
      [`${server}/testing/journeys/a.ts`, ""],
      [`${server}/testing/sms/listen-locally.ts`, ""],
      [
        "packages/core/package.json",
        JSON.stringify({ name: "@educonnect-activation/core", files: ["dist", "!dist/activation/testing"] }),
      ],
    ],
    keeps: [
      [`${server}/testing/store/a.ts`, ""],
      [`${server}/testing/store/b.test.ts`, ""],
      ["packages/server-adapter/test/portal/index.ts", ""],
    ],
  },
  "core has neither clock nor randomness, both are passed in": {
    breaks: [
      [`${core}/a.ts`, `export const a = () => Date.now();`],
      [`${core}/b.ts`, `export const a = () => new Date();`],
      [`${core}/c.ts`, `export const a = () => Math.random();`],
    ],
    keeps: [[`${core}/a.ts`, `export const a = (at: number) => new Date(at * 1000);`]],
  },
  "an element has at most 3 classes of our own above it and itself": {
    given: [
      [`${elements}/element/kit-element.ts`, `export abstract class KitElement extends LitElement {}`],
      [`${elements}/screens/base-screen.ts`, `export abstract class BaseScreen extends KitElement {}`],
      [`${elements}/screens/a/a.ts`, `export class EduconnectA extends BaseScreen {}`],
    ],
    breaks: [
      [`${elements}/screens/b/b.ts`, `export class EduconnectB extends EduconnectA {}`],
      [`${elements}/screens/c/c.ts`, `export class EduconnectC extends withStep(BaseScreen) {}`],
    ],
    keeps: [
      [
        `${elements}/wizard/journey.ts`,
        `class A {} class B extends A {} class C extends B {} class D extends C {}`,
      ],
      [`${elements}/screens/b/b.ts`, `export class EduconnectB extends BaseScreen {}`],
    ],
  },
  "a lifecycle method calls the one of its base": {
    breaks: [
      [`${elements}/a.ts`, `class A extends LitElement { connectedCallback() { this.begin(); } }`],
      [
        `${elements}/b.ts`,
        `class B extends KitElement { override updated(changed) { super.willUpdate(changed); } }`,
      ],
    ],
    keeps: [
      [`${elements}/a.ts`, `class A extends LitElement { updated(changed) { super.updated(changed); } }`],
      [`${elements}/b.ts`, `class B implements ReactiveController { hostUpdated() {} updated() {} }`],
      [`${elements}/c.ts`, `abstract class C extends KitElement { abstract willUpdate(): void; }`],
    ],
  },
  "only define modules register elements": {
    breaks: [[`${elements}/screens/a/a.ts`, `customElements.define("a-b", class extends HTMLElement {});`]],
    keeps: [[`${elements}/define/a.ts`, `customElements.define("a-b", class extends HTMLElement {});`]],
  },
  "elements store nothing in the browser except the portal's choice and the language": {
    breaks: [
      [`${elements}/client/a.ts`, `localStorage.setItem("a", "b");`],
      [`${elements}/screens/portal/a.ts`, `localStorage.setItem("a", "b");`],
      [`${elements}/language/educonnect-language.ts`, `sessionStorage.setItem("a", "b");`],
      [`${elements}/language/language-memory.ts`, `document.cookie = "a=b";`],
    ],
    keeps: [
      [`${elements}/client/a.ts`, `fetch("/a");`],
      [`${elements}/screens/portal/choice-memory.ts`, `localStorage.setItem("a", "b");`],
      [`${elements}/language/language-memory.ts`, `(a ? sessionStorage : localStorage).getItem("b");`],
    ],
  },
  "no folder or file has a name that says nothing": {
    breaks: [
      [`${core}/utils/a.ts`, ""],
      [`${core}/helpers.ts`, ""],
      [`${server}/misc/a.ts`, ""],
      [`${core}/messages/common.ts`, ""],
      [`${core}/messages/en/common.ts`, ""],
    ],
    keeps: [[`${core}/password/common-passwords.ts`, ""]],
  },
  "no source file is longer than 400 lines without a reason": {
    breaks: [[`${core}/a.ts`, "\n".repeat(401)]],
    keeps: [
      [`${core}/a.ts`, "\n".repeat(400)],
      [`${core}/a.generated.ts`, "\n".repeat(3000)],
    ],
  },
  "few source files are shorter than 30 lines": {
    breaks: Array.from(
      { length: mostShortFiles + 1 },
      (_, index) => [`${core}/a/${index}.ts`, "\n".repeat(29)] as const,
    ),
    keeps: [
      [`${core}/a.ts`, "\n".repeat(30)],
      [`${core}/a.test.ts`, ""],
      [`${core}/a.generated.ts`, ""],
      ["packages/core/a.json", ""],
    ],
  },
  "nothing points outside the repository": {
    breaks: [["docs/a.md", `See ${["..", "shared", "spec"].join("/")}`]],
    keeps: [["docs/a.md", "See ../packages"]],
  },
  "the lockfile names no registry": {
    breaks: [["pnpm-lock.yaml", "resolution: {tarball: https://registry.example/a.tgz}"]],
    keeps: [["pnpm-lock.yaml", "resolution: {integrity: sha512-a}"]],
  },
};

describe.each(rules)("rule: $name", (rule) => {
  const { given = [], breaks, keeps } = fixtures[rule.name] ?? { breaks: [], keeps: [] };
  const check = (files: Fixture["breaks"]): string[] =>
    rule
      .check([...given, ...files].map(([path, text]) => parseSourceFile(path, text)))
      .map(({ path }) => path);

  it("refuses every violation", () => {
    expect(breaks.length).toBeGreaterThan(0);
    expect(new Set(check(breaks))).toEqual(new Set(breaks.map(([path]) => path)));
  });

  it("lets everything else pass", () => {
    expect(keeps.length).toBeGreaterThan(0);
    expect(check(keeps)).toEqual([]);
  });
});
