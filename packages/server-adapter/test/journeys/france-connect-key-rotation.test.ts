import { startFranceConnectStandIn } from "@educonnect-activation/france-connect-stand-in";
import { afterAll, expect, it } from "vitest";
import { webRandom } from "../../src/ports/random.ts";
import { createKeyRing, generateMasterKey, type MasterKey } from "../../src/security/keys.ts";
import { reencryptStore } from "../../src/stores/reencrypt-store.ts";
import { createVault } from "../../src/security/vault.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { civilPeople } from "../france-connect/civil-people.ts";
import {
  activateByFranceConnect,
  connectAs,
  openFranceConnectPortal,
  portalClient,
} from "../france-connect/france-connect-portal.ts";

const standIn = await startFranceConnectStandIn({ clients: [portalClient], people: civilPeople });
afterAll(() => standIn.stop());

const vaultOf = (current: MasterKey, ...previous: MasterKey[]) =>
  createVault(createKeyRing({ current, previous }));

it.each([
  ["memory", createMemoryStore],
  ["SQLite", () => createSqliteStore({ path: ":memory:" })],
])(
  "ASVS 11.2.2, 13.3.4 who signs in by FranceConnect after a rotation no longer needs the old key: %s",
  async (_, open) => {
    const store = await open();
    const [older, newer] = [generateMasterKey(webRandom, "older"), generateMasterKey(webRandom, "newer")];
    await activateByFranceConnect(
      await openFranceConnectPortal(standIn, { store, vault: vaultOf(older) }),
      standIn,
    );
    const records = { schools: [], people: [], guardianships: [] };
    for (const vault of [vaultOf(newer, older), vaultOf(newer)]) {
      const portal = await openFranceConnectPortal(standIn, { store, vault, records });
      const browser = portal.browser();
      await connectAs(browser, standIn, "claire");
      expect((await browser.request("readServices")).status).toBe(200);
      await reencryptStore(store, vault);
    }
    expect(await store.find("credentials", { where: { type: "franceConnect" } })).toHaveLength(1);
    await store.close();
  },
);
