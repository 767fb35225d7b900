import { describe, expect, it } from "vitest";
import type { PasswordHasher } from "../../src/ports/password-hasher.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createPageHasher } from "../portal/page-hasher.ts";
import { createTestPortal } from "../portal/test-portal.ts";

/** A portal that notes every call to its store and its hasher. */
async function openWatched() {
  const calls: string[] = [];
  const inner = createMemoryStore();
  const store: Store = {
    ...inner,
    find(table, query) {
      calls.push(`find ${table} by ${Object.keys(query.where).join()}`);
      return inner.find(table, query);
    },
    commit(changes) {
      calls.push(`commit ${changes.map(({ type, table }) => `${type} ${table}`).join()}`);
      return inner.commit(changes);
    },
  };
  const hasher = createPageHasher();
  const passwordHasher: PasswordHasher = {
    ...hasher,
    verify(phc, password) {
      calls.push(`verify ${phc.split("$")[1] ?? ""}, ${phc.length} characters`);
      return hasher.verify(phc, password);
    },
  };
  const portal = await createTestPortal({ store, passwordHasher });
  const letter = await portal.issue("claire");
  return { portal, letter, calls };
}

describe("ASVS 6.3.8 a known and an unknown identifier", () => {
  it("get the same answer for the same work, try after try, into the lock", async () => {
    const { portal, letter, calls } = await openWatched();
    await portal.browser().signIn("z.warm11", "wrong");
    const tryOne = async (identifier: string) => {
      calls.length = 0;
      const response = await portal.browser().signIn(identifier, "wrong-password");
      return { response, calls: [...calls] };
    };
    for (let round = 0; round < 7; round += 1) {
      const known = await tryOne(letter.identifier);
      expect(await tryOne("c.martin00")).toEqual(known);
      expect(await tryOne("claire@example.org")).toEqual(known);
      expect(known.response.status).toBe(round < 5 ? 401 : 429);
      expect(known.calls.filter((call) => call.startsWith("verify page"))).toHaveLength(round < 5 ? 1 : 0);
    }
  });

  it("get the same answer for a letter that has expired and a wrong password", async () => {
    const { portal, letter } = await openWatched();
    portal.clock.advance(91 * 86_400);
    const expired = await portal.browser().signIn(letter.identifier, "wrong");
    const unknown = await portal.browser().signIn("c.martin00", "wrong");
    expect(expired).toEqual(unknown);
  });
});
