import { readFile } from "node:fs/promises";
import { readElements } from "./read-elements.ts";
import { startPortal, type Portal } from "./start-portal.ts";

/** Starts the example: its one page, its sheet, and the wizard in one file, which the page loads only if it hashes to what it should. */
export async function startExample(port = 0): Promise<Portal> {
  const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), "utf8");
  const { files, integrity } = await readElements("one file");
  const page = await read("index.html");
  return startPortal(
    new Map([
      ...files,
      ["/page.css", { type: "text/css", text: await read("page.css") }],
      [
        "/",
        {
          type: "text/html",
          text: page.replace("sha384-of-the-file", integrity["educonnect-activation.js"] ?? ""),
        },
      ],
    ]),
    port,
  );
}
