import { describe, expect, it } from "vitest";
import { createTestBrowser, problemOf } from "../../test/portal/test-browser.ts";
import { createTestPortal, type TestPortalOptions } from "../../test/portal/test-portal.ts";

const open = async (options?: TestPortalOptions, acceptLanguage: string | null = null) =>
  (await createTestPortal(options)).browser().request("confirmationLinkPage", undefined, { acceptLanguage });

describe("the page that a confirmation link opens", () => {
  it("ASVS 3.4.3 runs nothing but the elements' module, and is framed by nobody", async () => {
    const { headers } = await open();
    const policy = headers?.["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain("unsafe");
  });

  it("ASVS 3.4.5, 14.2.1 tells nobody where its reader came from", async () => {
    const { headers, body } = await open();
    expect(headers?.["referrer-policy"]).toBe("no-referrer");
    expect(body).toContain('<meta name="robots" content="noindex">');
  });

  it("ASVS 1.2.1 takes nothing of a deployment's texts for markup", async () => {
    const evil = `"'><script>alert(1)</script>&`;
    const { body } = await open({
      confirmationLink: { elementsModule: `/a.js?${evil}` },
      messages: { serviceName: evil, helpUrl: null },
    });
    expect(body).not.toContain("<script>alert");
    expect(body).toContain("&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;");
  });

  it("has no inline script or style, which its own policy would refuse", async () => {
    const { body } = await open();
    expect(body).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son\w+=/);
  });

  it.each([
    [null, "fr", "ltr", "Confirmer mon adresse mail", "Activez JavaScript"],
    ["de, fr;q=0.2", "fr", "ltr", "Confirmer mon adresse mail", "Activez JavaScript"],
    ["ar-MA,ar;q=0.9,fr;q=0.8", "ar", "rtl", "تأكيد بريدي الإلكتروني", "يرجى تفعيل JavaScript"],
    ["pt-BR", "pt-PT", "ltr", "Confirmar o meu endereço de e-mail", "Ative o JavaScript"],
  ])("WCAG 3.1.1 speaks what the browser asks for: %s", async (header, lang, dir, title, needsScript) => {
    const { body, headers } = await open({}, header);
    expect(body).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(body).toContain(`<title>${title} – ÉduConnect</title>`);
    expect(body).toContain(`<educonnect-confirmation-link lang="${lang}" `);
    expect(body).toContain(`<noscript><p>${needsScript}`);
    expect(headers?.["vary"]).toBe("accept-language");
  });

  it("has the menu in which a choice made before counts, where the module defines it", async () => {
    expect((await open()).body).toContain("<educonnect-language></educonnect-language>");
  });

  it("is not there when a deployment has its own", async () => {
    const portal = await createTestPortal({ confirmationLink: { url: "https://ent.example/confirmer" } });
    const browser = createTestBrowser({ ...portal.environment, elementsModule: null });
    const answer = await browser.request("confirmationLinkPage");
    expect(problemOf(answer).code).toBe("endpoint_unknown");
  });
});
