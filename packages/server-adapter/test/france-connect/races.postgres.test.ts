import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { createDatabase } from "@educonnect-activation/test-support/postgres";
import { afterAll, afterEach, describe, expect, inject, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { createPostgresStore } from "../../src/stores/postgres/postgres-store.ts";
import { createTestPortal } from "../portal/test-portal.ts";
import { civilPeople } from "./civil-people.ts";
import { portalClient } from "./france-connect-portal.ts";
import { franceConnectRaceCases } from "./race-cases.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

const opened: Store[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

describe("ASVS 2.3.4, 15.4.2 over PostgreSQL", () => {
  it.each(franceConnectRaceCases(standIn))("$name", async ({ run }) => {
    const connectionString = await createDatabase(inject("postgresUrl"));
    const store = await createPostgresStore({ connectionString });
    opened.push(store);
    await expect(run((options) => createTestPortal({ ...options, store }))).resolves.toBeUndefined();
  });
});
