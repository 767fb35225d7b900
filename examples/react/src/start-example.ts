import { readFile } from "node:fs/promises";
import { startPortal, type Portal } from "@educonnect-activation/plain-html-example";
import { bundleApp } from "./bundle-app.ts";

/** Builds the page and serves it, with the server of the plain example. */
export async function startExample(port = 0): Promise<Portal> {
  const text = await readFile(new URL("../index.html", import.meta.url), "utf8");
  const page = { type: "text/html", text } as const;
  return startPortal(new Map([...(await bundleApp()), ["/", page], ["/adresse", page]]), port);
}
