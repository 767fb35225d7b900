import { readdir, readFile } from "node:fs/promises";
import {
  createEduconnectHandler,
  createKeyRing,
  createVault,
  generateMasterKey,
  webRandom,
  type EduconnectOptions,
} from "@educonnect-activation/server-adapter";
import { serve, toNodeListener } from "@educonnect-activation/server-adapter/node";
import { createMemoryStore } from "@educonnect-activation/server-adapter/stores/memory";
import {
  createPageHasher,
  createTestPortal,
  type TestPortal,
} from "@educonnect-activation/server-adapter/test/portal";
import type { SentSms } from "./phones.ts";

/** A portal in this process whose clock obeys, over the kit's small family; what it sends can be read. */
export interface ClockedPortal {
  readonly origin: string;
  /** Moves the server's clock on; pages notice with the next answer. */
  advance(seconds: number): void;
  readTexts(): Promise<readonly SentSms[]>;
  stop(): Promise<void>;
}

/** What of the deployment a test may set. */
export type ClockedPortalOptions = Pick<EduconnectOptions, "policy" | "rateLimits">;

const bundle = new URL("../../packages/elements/dist/browser/", import.meta.url);

/** As strict as the demo's. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join("; ");

const page = `<!doctype html>
<html lang="fr">
  <head>
    <title>Activer mon compte</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <script type="module" src="/elements/educonnect-activation.js"></script>
  </head>
  <body>
    <main><h1>Portail</h1><educonnect-activation base-url="/educonnect"></educonnect-activation></main>
  </body>
</html>`;

async function readScripts(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(bundle)).filter((name) => name.endsWith(".js"));
  const scripts = names.map(
    async (name) => [`/elements/${name}`, await readFile(new URL(name, bundle), "utf8")] as const,
  );
  return new Map(await Promise.all(scripts));
}

function respond(scripts: ReadonlyMap<string, string>, { pathname }: URL): Response {
  const script = scripts.get(pathname);
  if (script !== undefined) return new Response(script, { headers: { "content-type": "text/javascript" } });
  if (pathname !== "/") return new Response("", { status: 404 });
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy,
    },
  });
}

/** Starts it on a free port. */
export async function startClockedPortal(options: ClockedPortalOptions = {}): Promise<ClockedPortal> {
  let seconds = 1_800_000_000;
  const scripts = await readScripts();
  let answer: (request: Request) => Promise<Response> = () =>
    Promise.resolve(new Response("", { status: 503 }));
  const publicOrigin = "http://localhost";
  const server = await serve((request, response) => listener(request, response));
  const origin = `${publicOrigin}:${server.port}`;
  const listener = toNodeListener((request) => answer(request), { publicOrigin: origin });
  const parts = {
    publicOrigin: origin,
    allowInsecureOrigins: true,
    store: createMemoryStore(),
    vault: createVault(createKeyRing({ current: generateMasterKey(webRandom, "e2e") })),
    passwordHasher: createPageHasher(),
    confirmationLink: { url: `${origin}/confirmer` },
    clock: { now: () => seconds },
    methods: { sms: {} },
    ...options,
  };
  const portal: TestPortal = await createTestPortal(parts);
  const handler = createEduconnectHandler(parts);
  answer = (request) => {
    const url = new URL(request.url);
    return url.pathname.startsWith("/educonnect/")
      ? handler(request)
      : Promise.resolve(respond(scripts, url));
  };
  return {
    origin,
    advance(more) {
      seconds += more;
    },
    readTexts: () => portal.texts(),
    stop: () => server.close(),
  };
}
