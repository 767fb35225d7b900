import { describe, expect, it } from "vitest";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { familyDirectory } from "../../test/portal/family.ts";
import { createStaticServices } from "./static-services.ts";

const schoolMessages: Readonly<Record<string, string>> = { "school-primary": "Bienvenue à l'école !" };
const records = {
  ...familyDirectory,
  schools: familyDirectory.schools.map((school) => ({
    ...school,
    message: schoolMessages[school.id] ?? null,
  })),
};

async function pageOf(personId: string, services?: Parameters<typeof createStaticServices>[0]) {
  const { environment } = await createTestPortal({ records });
  const { directory } = environment;
  const person = await directory.findPerson(personId);
  if (person === null) throw new TypeError(`Nobody is ${personId}.`);
  const shown = services === undefined ? environment.services : createStaticServices(services, directory);
  return shown.pageFor(person);
}

describe("the services of a deployment that sets none", () => {
  it.each([
    ["of a guardian's first child", "claire", "Bienvenue à l'école !"],
    ["of a pupil", "zoe", "Bienvenue à l'école !"],
    ["of a pupil whose school has none", "lucas", null],
    ["of nobody's guardian", "marc", null],
  ])("show the message of the school %s", async (_, personId, message) => {
    expect(await pageOf(personId)).toEqual({
      services: [],
      message,
      news: [],
      links: { home: null, contact: null, account: null },
    });
  });
});

describe("services that are the same for everybody", () => {
  it("show the school's message beside what is given", async () => {
    const news = [{ title: "Rentrée", body: null, href: null, date: null }];
    expect(await pageOf("claire", { news })).toMatchObject({ news, message: "Bienvenue à l'école !" });
  });

  it.each([null, "Fermé mardi"])("show the message given in its place: %s", async (message) => {
    expect((await pageOf("claire", { message })).message).toBe(message);
  });

  it("show none without a directory", async () => {
    const person = {
      id: "claire",
      kind: "guardian",
      givenName: "",
      familyName: "",
      birthName: null,
    } as const;
    expect((await createStaticServices().pageFor(person)).message).toBeNull();
  });
});
