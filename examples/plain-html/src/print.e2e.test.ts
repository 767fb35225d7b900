import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readElements } from "./read-elements.ts";
import { startPortal, type Portal } from "./start-portal.ts";
import { Visits } from "./testing/visits.ts";

const pageOf = (dom: string) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><title>Page</title>
    <link rel="stylesheet" href="/dark.css"><link rel="stylesheet" href="/high-contrast.css">
    <script type="module" src="/assets/success.js"></script>
  </head>
  <body>
    <educonnect-success dom="${dom}" identifier="p.martin12" pending-email="c•••@example.org">
      <p slot="start">Collège Jean-Moulin</p>
    </educonnect-success>
  </body>
</html>`;

let portal: Portal;
let visits: Visits;
beforeAll(async () => {
  const { files } = await readElements("standalone");
  const theme = import.meta.resolve("@educonnect-activation/elements/themes/high-contrast.css");
  const sheets = [
    ["/dark.css", ":root { color-scheme: dark; }"],
    ["/high-contrast.css", await readFile(new URL(theme), "utf8")],
  ] as const;
  const pages = ["shadow", "light"] as const;
  portal = await startPortal(
    new Map([
      ...files,
      ...sheets.map(([path, text]) => [path, { type: "text/css", text }] as const),
      ...pages.map((dom) => [`/${dom}`, { type: "text/html", text: pageOf(dom) }] as const),
    ]),
  );
  visits = await Visits.open();
});
afterAll(async () => {
  await Promise.all([portal.close(), visits.close()]);
});

test.each(["shadow", "light"])(
  "on paper stand the school, the heading and the identifier, black on white in a dark and high contrast too, %s",
  async (dom) => {
    const page = await visits.visit(`${portal.origin}/${dom}`);
    const identifier = page.getByRole("group", { name: "Votre identifiant ÉduConnect" });
    const heading = page.getByRole("heading", { name: "Votre compte a été activé avec succès" });
    const kept = [page.getByText("Collège Jean-Moulin"), heading, identifier];
    const look = async () =>
      Promise.all(
        [heading, identifier].map((each) =>
          each.evaluate((element) => {
            const card = element.closest(".educonnect");
            const grounds = [element, card].map((one) => one && getComputedStyle(one).backgroundColor);
            return [getComputedStyle(element).color, ...grounds];
          }),
        ),
      );
    const [white, black, nothing] = ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"];
    await identifier.waitFor();
    expect(await page.getByRole("button").count()).toBe(4);
    expect(await look()).toEqual([
      [white, nothing, black],
      [white, "rgb(0, 33, 63)", black],
    ]);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const each of kept) expect(await each.isVisible()).toBe(true);
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await look()).toEqual([
      [black, nothing, white],
      [black, white, white],
    ]);
    expect(visits.problems).toEqual([]);
  },
);
