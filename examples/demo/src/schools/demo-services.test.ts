import { expect, test } from "vitest";
import { createDemoServices } from "./demo-services.ts";

const services = createDemoServices({ findContact: () => Promise.resolve(null) });
const person = { id: "1", givenName: "Zoë", familyName: "Lecœur", birthName: null };

test("a guardian's services speak of their children, a pupil's never", async () => {
  const guardian = await services.pageFor({ ...person, kind: "guardian" });
  const pupil = await services.pageFor({ ...person, kind: "pupil" });
  expect(JSON.stringify(guardian.services)).toContain("vos enfants");
  expect(JSON.stringify(pupil.services)).not.toContain("vos enfants");
  expect(pupil.services.map(({ id }) => id)).toEqual(guardian.services.map(({ id }) => id));
});
