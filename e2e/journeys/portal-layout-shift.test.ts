import { describe, expect, it } from "vitest";
import { readShift, heading } from "../pages/screen.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, pupilLoginPath, startPath } from "../world/visits.ts";

const world = useWorld();

const signIn = "Je me connecte avec mon compte ÉduConnect";

/** The portal's pages on which an element comes up, by the heading that it brings. */
const pages = {
  [startPath]: "Portail de connexion à l'ENT",
  [loginPath]: signIn,
  [pupilLoginPath]: signIn,
  "/methodes": "Quelles méthodes pour activer un compte ?",
};

describe.concurrent("a page of the portal, whose scripts come late", () => {
  for (const [path, name] of Object.entries(pages))
    for (const width of [320, 768, 1280])
      it(`does not move: ${path} at ${width} px`, async () => {
        const context = await world().openBrowser(width);
        const page = await context.newPage();
        let run: () => void = () => undefined;
        const isPainted = new Promise<void>((resolve) => (run = resolve));
        await page.route(/\/(?:elements|modules)\//u, async (route) => {
          await isPainted;
          await route.continue();
        });
        await page.goto(path, { waitUntil: "commit" });
        await page.locator(".portal-footer").waitFor();
        expect(await readShift(page)).toBe(0);
        run();
        await heading(page, name).waitFor();
        await page.getByRole("combobox").waitFor();
        expect(await readShift(page)).toBe(0);
        await context.close();
      });
});
