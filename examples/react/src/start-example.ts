import { readFile } from "node:fs/promises";
import { startPortal, type Portal } from "@educonnect-activation/plain-html-example";
import { bundleApp } from "./bundle-app.ts";

/** Builds the page and serves it, with the server of the plain example. */
export async function startExample(port = 0): Promise<Portal> {
  const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), "utf8");
  const page = { type: "text/html", text: await read("index.html") } as const;
  const style = { type: "text/css", text: await read("page.css") } as const;
  const own = [
    ["/", page],
    ["/adresse", page],
    ["/page.css", style],
  ] as const;
  return startPortal(new Map([...(await bundleApp()), ...own]), port);
}
