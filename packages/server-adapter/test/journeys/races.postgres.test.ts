import { createDatabase } from "@educonnect-activation/test-support/postgres";
import { afterEach, describe, expect, inject, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { createPostgresStore } from "../../src/stores/postgres/postgres-store.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { raceCases } from "./race-cases.ts";
import { smsRaceCases } from "./sms-race-cases.ts";

const opened: Store[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

describe("ASVS 2.3.4, 15.4.2 over PostgreSQL", () => {
  it.each([...raceCases, ...smsRaceCases])("$name", async ({ run }) => {
    const connectionString = await createDatabase(inject("postgresUrl"));
    const store = await createPostgresStore({ connectionString });
    opened.push(store);
    await expect(run((options) => createTestPortal({ ...options, store }))).resolves.toBeUndefined();
  });
});
