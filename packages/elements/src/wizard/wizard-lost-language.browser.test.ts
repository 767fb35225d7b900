import { language } from "@educonnect-activation/core/messages/es";
import { createTestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { Visit } from "../../test/visit.ts";
import "../define/educonnect-activation.ts";

describe("the wizard in a language of which a later part is lost, over the real handler", () => {
  it("keeps the sign-in in it, and shows the steps all in French", async () => {
    const flow = Object.getOwnPropertyDescriptor(language, "flow") ?? {};
    Object.defineProperty(language, "flow", { ...flow, value: () => Promise.reject(new TypeError()) });
    const portal = await createTestPortal();
    const visit = new Visit(portal.browser());
    try {
      const letter = await portal.issue("claire");
      const page = visit.open({ lang: "es" });
      await page.untilText("Iniciar sesión con mi cuenta ÉduConnect");
      page.type("Identificador", letter.identifier);
      page.type("Contraseña", "wrong");
      page.press("Iniciar sesión");
      await page.untilText("El identificador o la contraseña no son correctos.");
      expect(page.root.querySelector(".educonnect-screen")?.getAttribute("lang")).to.equal("es");
      page.type("Contraseña", letter.provisionalPassword);
      page.press("Iniciar sesión");
      await page.untilStep("email");
      await page.untilText("Je renseigne mon adresse mail");
      expect(page.root.querySelector(".educonnect-screen")?.getAttribute("lang")).to.equal("fr");
      expect(page.text).to.not.include("Siguiente");
    } finally {
      visit.close();
      Object.defineProperty(language, "flow", flow);
    }
  });
});
