import { endpoints, type EndpointName } from "@educonnect-activation/core";
import { createStaticServices, type PersonRecord } from "@educonnect-activation/server-adapter";
import {
  createTestPortal,
  type TestBrowser,
  type TestPortal,
} from "@educonnect-activation/server-adapter/test/portal";
import { sampleServices } from "../sample-services.ts";
import { activateGuardian, issueLetter, type Letter } from "./letter.ts";
import { createFamily, type Family } from "./families.ts";
import { PageFranceConnect } from "./page-france-connect.ts";
import type { Scene } from "./scene.ts";

/** Where the handler is mounted. */
export const basePath = "/educonnect";

const eightDays = 8 * 86_400;

/** A portal inside the page: the real handler over the memory store, one browser's cookies, and what befalls requests. */
export class PortalWorld {
  readonly portal: TestPortal;
  readonly browser: TestBrowser;
  readonly family: Family;
  readonly franceConnect: PageFranceConnect;
  /** Null on the methods that begin without one. */
  readonly letter: Letter | null;
  /** Who activates. */
  readonly person: PersonRecord;
  /** Every answer so far, for the panel: « POST /sign-in 200 ». */
  readonly answers: string[] = [];
  scene: Scene;
  readonly #clock: StoryClock;

  private constructor(made: {
    readonly portal: TestPortal;
    readonly family: Family;
    readonly franceConnect: PageFranceConnect;
    readonly letter: Letter | null;
    readonly person: PersonRecord;
    readonly scene: Scene;
    readonly clock: StoryClock;
  }) {
    this.portal = made.portal;
    this.browser = made.portal.browser();
    this.family = made.family;
    this.franceConnect = made.franceConnect;
    this.letter = made.letter;
    this.person = made.person;
    this.scene = { ...made.scene, failure: "none" };
    this.#clock = made.clock;
    this.change(made.scene);
  }

  /** Opens a portal whose directory holds the family; passwords are hashed by `createPageHasher`, as argon2 is not at hand in a page. */
  static async open(scene: Scene): Promise<PortalWorld> {
    const family = createFamily(scene.family);
    const clock = new StoryClock();
    const franceConnect = new PageFranceConnect(family.guardian);
    const portal = await createTestPortal({
      publicOrigin: location.origin,
      allowInsecureOrigins: location.protocol === "http:",
      records: family.records,
      services: createStaticServices(sampleServices),
      methods: { franceConnect: { client: franceConnect } },
      clock,
    });
    const person = (scene.method === "pupil" ? family.children[0] : undefined) ?? family.guardian;
    const letter = family.isActive
      ? await activateGuardian(portal, family)
      : scene.method === "letter" || scene.method === "pupil"
        ? await issueLetter(portal, person.id)
        : null;
    return new PortalWorld({ portal, family, franceConnect, letter, person, scene, clock });
  }

  /** Changes what befalls requests from now on; who is in the directory stays. */
  change(scene: Scene): void {
    const { failure } = scene;
    if (failure !== this.scene.failure) {
      if (failure === "flowLost") this.browser.cookies.clear();
      if (failure === "expired") this.advance(eightDays);
    }
    allowCookies(failure !== "cookiesRefused");
    this.franceConnect.isDown = failure === "franceConnectDown";
    this.scene = scene;
  }

  /** Lets time go by at once, as far as the server knows. */
  advance(seconds: number): void {
    this.#clock.advance(seconds);
  }

  /** Answers a request of the page with the real handler's answer, unless it is lost. */
  async answer(request: Request): Promise<Response> {
    const { failure, latency } = this.scene;
    await new Promise((resolve) => setTimeout(resolve, latency));
    if (failure === "offline") return Response.error();
    if (failure === "gateway") return gatewayAnswer();
    const { pathname, search } = new URL(request.url);
    const name = endpointOf(request.method, pathname.slice(basePath.length));
    if (name === undefined) return new Response(null, { status: 404 });
    const text = await request.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const answer = await this.browser.request(name, body, {
      query: search,
      idempotencyKey: request.headers.get("idempotency-key"),
    });
    if (failure === "cookiesRefused") this.browser.cookies.clear();
    this.answers.push(`${request.method} ${endpoints[name].path} ${answer.status}`);
    if (failure === "answerLost") return Response.error();
    return new Response(answer.body === null ? null : JSON.stringify(answer.body), {
      status: answer.status,
      headers: { "content-type": "application/json", ...answer.headers },
    });
  }

  /** What FranceConnect's redirect does: the callback, and the address that it leads the browser to. */
  async comeBack(left: string): Promise<URL> {
    const state = new URL(left).searchParams.get("state") ?? "";
    const answer = await this.browser.request("franceConnectCallback", undefined, {
      query: `?${String(new URLSearchParams({ code: "code", state }))}`,
      fetchSite: "cross-site",
    });
    return new URL(answer.headers?.["location"] ?? location.href, location.href);
  }
}

/** The page's own clock, which can be put forward. */
class StoryClock {
  #ahead = 0;

  now(): number {
    return Math.floor(Date.now() / 1000) + this.#ahead;
  }

  advance(seconds: number): void {
    this.#ahead += seconds;
  }
}

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);

function endpointOf(method: string, path: string): EndpointName | undefined {
  return Object.keys(endpoints)
    .filter(isEndpointName)
    .find((name) => endpoints[name].path === path && endpoints[name].method === method);
}

/** What stands in front of a server says when it is down: a page, not the protocol's JSON. */
function gatewayAnswer(): Response {
  return new Response("<!doctype html><title>503</title>", {
    status: 503,
    headers: { "content-type": "text/html", "retry-after": "30" },
  });
}

/** Lets this page's browser say that it keeps cookies, or that it keeps none, as its settings would. */
export function allowCookies(isAllowed: boolean): void {
  if (isAllowed) Reflect.deleteProperty(navigator, "cookieEnabled");
  else Object.defineProperty(navigator, "cookieEnabled", { configurable: true, get: () => false });
}
