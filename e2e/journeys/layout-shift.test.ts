import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readShift, heading } from "../pages/screen.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld();

/** The rule that the documentation gives to hosts, and nothing else. */
const room = /```css\n(educonnect-activation \{[^`]*min-block-size[^`]*)```/u.exec(
  readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8"),
)?.[1];

/** What a host may put inside, to be read until the wizard is there. */
const standIn = "L'activation se prépare.";

const pageOf = (module: string, dom: string, content: string) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="/room.css">
    <script type="module" src="${module}"></script>
  </head>
  <body>
    <h1>Collège Jean-Moulin</h1>
    <educonnect-activation dom="${dom}">${content}</educonnect-activation>
    <p>12, rue des Écoles, 59000 Lille</p>
  </body>
</html>`;

/** Where the module is that the portal's own page loads. */
async function readModulePath(page: Page): Promise<string> {
  const response = await page.request.get(loginPath);
  return /src="([^"]*educonnect-activation[^"]*)"/u.exec(await response.text())?.[1] ?? "";
}

describe.concurrent("a page whose wizard comes up late", () => {
  const cases = ["shadow", "light"].flatMap((dom) => [
    ...[320, 768, 1280].map((width) => ({ dom, width, shown: "Chargement…", content: "" })),
    { dom, width: 320, shown: standIn, content: `<p>${standIn}</p>` },
  ]);
  for (const { dom, width, shown, content } of cases)
    it(`does not move, ${dom}, at ${width} px, from « ${shown} » to the sign-in`, async () => {
      expect(room).toBeDefined();
      const context = await world().openBrowser(width);
      const page = await context.newPage();
      const text = pageOf(await readModulePath(page), dom, content);
      await page.route("**/page", (route) => route.fulfill({ contentType: "text/html", body: text }));
      await page.route("**/room.css", (route) =>
        route.fulfill({ contentType: "text/css", body: room ?? "" }),
      );
      let answer: () => void = () => undefined;
      const isAsked = new Promise<void>((resolve) => {
        void page.route("**/educonnect/status", async (route) => {
          resolve();
          await new Promise<void>((allow) => (answer = allow));
          await route.continue();
        });
      });
      await page.goto("/page");
      await isAsked;
      await page.getByText(shown).first().waitFor();
      expect(await readShift(page)).toBe(0);
      answer();
      await heading(page, "Je me connecte avec mon compte ÉduConnect").waitFor();
      expect(await readShift(page)).toBe(0);
      await context.close();
    });
});
