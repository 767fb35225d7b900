import { describe, expect, it } from "vitest";
import { decodeBase64url } from "../security/base64url.ts";
import { arriveAt } from "../../test/journeys/guardian-journey.ts";
import { createTestPortal } from "../../test/portal/test-portal.ts";
import { decryptLinkEmail } from "./confirmation-link.ts";

async function openOne() {
  const { portal } = await arriveAt("emailSent", await createTestPortal());
  const { environment } = portal;
  const [row] = await environment.store.find("confirmation_links", { where: {} });
  if (!row) throw new TypeError("No link was opened.");
  return { portal, environment, row, ...(await portal.lastConfirmation()) };
}

describe("a confirmation link", () => {
  it("ASVS 6.5.3, 11.5.1 has a token of 192 random bits and a code of 8 digits beside it", async () => {
    const one = await openOne();
    const other = await openOne();
    expect(decodeBase64url(one.token)).toHaveLength(24);
    expect(one.code).toMatch(/^\d{8}$/);
    expect(other.token).not.toBe(one.token);
  });

  it("ASVS 6.5.2 is kept as keyed hashes alone, the code's bound to its flow", async () => {
    const { environment, row, token, code } = await openOne();
    expect(row.token_key).toBe(await environment.vault.lookupKey("email-token", token));
    expect(row.code_key).toBe(await environment.vault.lookupKey("email-code", `${row.flow_id}:${code}`));
    expect(row.code_key).not.toBe(await environment.vault.lookupKey("email-code", code));
  });

  it("seals its address to its own row", async () => {
    const { environment, row } = await openOne();
    const open = (key: string) => decryptLinkEmail(environment, { ...row, token_key: key });
    expect(await open(row.token_key)).toBe("claire@example.org");
    await expect(open("another")).rejects.toMatchObject({ code: "encrypted_text_refused" });
  });

  it("carries its token after the #, where no server and no log sees it", async () => {
    const { portal, token } = await openOne();
    const [mail] = await portal.mails();
    expect(mail?.text).toContain(`https://ent.example/educonnect/confirmation-link#${token}`);
    expect(mail?.text).not.toContain(`?${token}`);
  });

  it("is valid for 24 hours", async () => {
    const { portal, row } = await openOne();
    expect(row.expires_at - portal.clock.now()).toBe(86_400);
  });
});
