import type { PortalOptions } from "@educonnect-activation/elements";
import "@educonnect-activation/elements/define/portal";

/** What this portal offers: ÉduConnect for families, and the ENT's own accounts for everybody. */
const options: PortalOptions = {
  modes: [
    { id: "educonnect", href: "/connexion", when: { profiles: ["guardian"] } },
    { id: "educonnect", href: "/eleve", when: { profiles: ["pupil"] } },
    { id: "horizon", label: "ENT Horizon", href: "/demo/services/ent" },
  ],
};

const portal = document.querySelector("educonnect-portal");
if (portal !== null) portal.options = options;
