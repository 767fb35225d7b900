/**
 * The least that can be called a server of the same work: `node:http` and `node:sqlite`, one transaction a request, `synchronous=FULL`.
 *
 * The path of each request names the recipe it follows, `/i=120,85&u=300&d=1&r=900`: the rows to insert and to update with their bytes, how
 * many to delete, and the bytes to answer. A request that commits several times has as many parts, the last with the answer.
 */
import { createServer, type IncomingMessage } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { answerParent, readUsage, listen } from "./answer-parent.ts";

const [path = ":memory:"] = process.argv.slice(2);
const database = new DatabaseSync(path);
database.exec("pragma journal_mode = wal; pragma synchronous = full");
database.exec("create table bare (key text primary key, content text not null) strict, without rowid");
const insert = database.prepare("insert into bare (key, content) values (?, ?)");
const update = database.prepare("update bare set content = ? where key = ?");
const remove = database.prepare("delete from bare where key = ?");

const updatable = 256;
let made = 0;
const nextKey = (): string => `row-${String((made += 1)).padStart(20, "0")}`;
const keys = Array.from({ length: updatable }, nextKey);
for (const key of keys) insert.run(key, "");

const contents = new Map<number, string>();
function contentOf(bytes: number): string {
  const content = contents.get(bytes) ?? "x".repeat(bytes);
  contents.set(bytes, content);
  return content;
}

const numbersOf = (text: string | null): number[] =>
  text === null || text === "" ? [] : text.split(",").map(Number);

function commit(recipe: URLSearchParams): void {
  database.exec("begin immediate");
  for (const bytes of numbersOf(recipe.get("i"))) insert.run(nextKey(), contentOf(bytes));
  for (const bytes of numbersOf(recipe.get("u")))
    update.run(contentOf(bytes), keys[made++ % updatable] ?? "");
  for (let rest = Number(recipe.get("d") ?? 0); rest > 0; rest -= 1) remove.run("row-none");
  database.exec("commit");
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += String(chunk);
  return text === "" ? null : JSON.parse(text);
}

const server = createServer((request, response) => {
  void readJson(request).then(() => {
    const commits = (request.url ?? "/").slice(1).split("/");
    const recipes = commits.map((part) => new URLSearchParams(part));
    if (request.method === "POST") for (const recipe of recipes) commit(recipe);
    const answered = Number(recipes.at(-1)?.get("r") ?? 0);
    const answer = JSON.stringify({ answer: contentOf(Math.max(0, answered - 13)) });
    response.writeHead(200, {
      "content-type": "application/json",
      "cache-control": "no-store",
      "content-length": answer.length,
    });
    response.end(answer);
  });
});

answerParent(await listen(server), async () => readUsage());
