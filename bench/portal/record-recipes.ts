import { createTestBrowser } from "@educonnect-activation/server-adapter/test/portal";
import { createMemoryStore } from "@educonnect-activation/server-adapter/stores/memory";
import type { Change, PlainResponse, Store } from "@educonnect-activation/server-adapter";
import type { WireRequest } from "../load/http-connection.ts";
import { createInstantHasher } from "./instant-hasher.ts";
import { typeIdentity } from "./guardians.ts";
import { activate } from "./journey.ts";
import { createPortal } from "./portal.ts";

function bytesOf(row: object): number {
  return Object.values(row).reduce<number>((sum, value) => sum + Buffer.byteLength(String(value ?? "")), 0);
}

/** The rows of one commit. */
function partOf(changes: readonly Change[]): string {
  const inserted = changes.flatMap((change) => (change.type === "insert" ? [bytesOf(change.row)] : []));
  // An update that expects no row may find none: the bare server gets the benefit.
  const updated = changes.flatMap((change) =>
    change.type === "update" && change.expect !== undefined ? [bytesOf(change.set)] : [],
  );
  const others = changes.length - inserted.length - updated.length;
  return `/i=${inserted.join(",")}&u=${updated.join(",")}&d=${others}`;
}

/** What a bare server has to do to make the same commits, and to answer as much. */
function recipeOf(
  method: "GET" | "POST",
  commits: readonly (readonly Change[])[],
  response: PlainResponse,
): WireRequest {
  const answered = JSON.stringify(response.body).length;
  return {
    method,
    path: `${commits.map(partOf).join("")}&r=${answered}`,
    headers: { cookie: "flow=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "content-type": "application/json" },
    ...(method === "POST" && { body: JSON.stringify({ revision: 1, event: { type: "emailSubmitted" } }) }),
  };
}

/** A store that writes its commits down. */
function createRecordingStore() {
  const memory = createMemoryStore();
  let commits: (readonly Change[])[] = [];
  const store: Store = {
    ...memory,
    async commit(changes) {
      commits.push(changes);
      return memory.commit(changes);
    },
  };
  return {
    store,
    takeCommits: () => {
      const taken = commits;
      commits = [];
      return taken;
    },
  };
}

/** A portal whose commits are written down, and a browser whose requests each become a recipe. */
async function createRecorder() {
  const { store, takeCommits } = createRecordingStore();
  const portal = createPortal({ store, passwordHasher: createInstantHasher() });
  const [letter] = await portal.issue(1);
  if (letter === undefined) throw new Error("no letter was issued");
  const browser = createTestBrowser(portal.environment);
  const recipes: WireRequest[] = [];
  const record = async (method: "GET" | "POST", ask: () => Promise<PlainResponse>): Promise<void> => {
    takeCommits();
    const response = await ask();
    if (response.status !== 200) throw new Error(`a recorded request was answered ${response.status}`);
    await portal.dispatcher.drain();
    // One transaction for all of a request's rows: the bare server gets the benefit.
    recipes.push(recipeOf(method, [takeCommits().flat()], response));
  };
  const recorded: Parameters<typeof activate>[0] = {
    request: (endpoint) => record("GET", () => browser.request(endpoint)),
    signIn: (identifier, password) => record("POST", () => browser.signIn(identifier, password)),
    send: (event) => record("POST", () => browser.send(event)),
  };
  return { portal, letter, recorded, recipes };
}

/** The recipes of a whole activation, the mail's delivery counted to the request that caused it. */
export async function recordActivation(): Promise<readonly WireRequest[]> {
  const { portal, letter, recorded, recipes } = await createRecorder();
  await activate(recorded, letter, async (email) => portal.codes.get(email) ?? "");
  return recipes;
}

/** The recipes of the address given and of « Précédent », which can alternate for ever. */
export async function recordEmailAndBack(): Promise<readonly WireRequest[]> {
  const { letter, recorded, recipes } = await createRecorder();
  await recorded.signIn(letter.identifier, letter.provisionalPassword);
  await recorded.send({ type: "emailSubmitted", email: letter.email });
  await recorded.send({ type: "backRequested" });
  return recipes.slice(1);
}

/** The recipe of names and a mobile given, commit by commit; the text leaves after the answer and is not counted. */
export async function recordIdentity(): Promise<WireRequest> {
  const { store, takeCommits } = createRecordingStore();
  const smsGateway = { send: () => Promise.resolve({ gatewayId: null }) };
  const portal = createPortal({ store, passwordHasher: createInstantHasher(), smsGateway });
  await portal.loadGuardians(1);
  const browser = createTestBrowser(portal.environment);
  await browser.request("startFlow", { method: "sms" });
  takeCommits();
  const response = await browser.send(typeIdentity("match", 0));
  if (response.status !== 200) throw new Error(`a recorded request was answered ${response.status}`);
  return recipeOf("POST", takeCommits(), response);
}

/** All changes that load a family and issue its guardian a letter, which opens an account. */
export async function recordLetter(): Promise<readonly Change[]> {
  const { store, takeCommits } = createRecordingStore();
  const portal = createPortal({ store, passwordHasher: createInstantHasher() });
  // The first family brings the school of all.
  await portal.issue(1);
  takeCommits();
  await portal.issue(1);
  return takeCommits().flat();
}

/** Columns by which rows are found or point to one another; the school is everybody's. */
const isName = (column: string): boolean =>
  column !== "school_id" && /^(?:id|key|identifier|stem)$|_(?:id|key)$/.test(column);

function rename(part: object, suffix: string): void {
  for (const [column, value] of Object.entries(part)) {
    if (isName(column) && typeof value === "string") Object.assign(part, { [column]: value + suffix });
  }
}

/** The same change for somebody else, whose every key ends otherwise. Nothing encrypted of theirs can be read. */
export function copyChange(change: Change, suffix: string): Change {
  const copy = structuredClone(change);
  if ("row" in copy) rename(copy.row, suffix);
  if ("where" in copy) rename(copy.where, suffix);
  if ("set" in copy) rename(copy.set, suffix);
  return copy;
}
