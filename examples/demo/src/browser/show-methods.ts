import type { ActivationMethod } from "@educonnect-activation/core";
import { createActivationClient } from "@educonnect-activation/elements";
import "@educonnect-activation/elements/define/methods";

const loginPath = "/connexion";
const known: readonly ActivationMethod[] = ["franceConnect", "sms", "letter", "pupil"];
const methods = document.querySelector("educonnect-methods");
const client = createActivationClient({ baseUrl: methods?.dataset["baseUrl"] ?? "/educonnect" });

/** Begins the method here and goes where the page that hosts the wizard goes on with it, or to that page, which says what is wrong. */
async function begin(method: "no-account" | "franceconnect"): Promise<void> {
  try {
    if (method === "no-account") await client.startFlow({ method: "sms" });
    else {
      const { location: page } = await client.startFranceConnect({ returnUrl: loginPath });
      location.assign(page);
      return;
    }
  } catch {
    // An activation under way, or a server in trouble: the wizard asks, or says so.
  }
  location.assign(loginPath);
}

if (methods !== null) {
  const offered = (methods.dataset["methods"] ?? "").split(" ");
  methods.methods = known.filter((method) => offered.includes(method));
  methods.links = {
    "sign-in": loginPath,
    "no-account": loginPath,
    franceconnect: loginPath,
    contact: "/aide#contact",
  };
  methods.addEventListener("educonnect-navigate", (event) => {
    const { target } = event.detail;
    if (target !== "no-account" && target !== "franceconnect") return;
    event.preventDefault();
    void begin(target);
  });
}
