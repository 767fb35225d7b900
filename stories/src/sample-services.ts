import type { ServicesPage } from "@educonnect-activation/server-adapter";

/** « Mes services » as a school might fill it. */
export const sampleServices: ServicesPage = {
  services: [
    {
      id: "ent",
      title: "Accédez à l'ENT",
      description: "Cahier de textes et messagerie",
      href: "#ent",
      isAvailable: true,
    },
    {
      id: "livret",
      title: "Livret scolaire du CP à la 3e",
      description: null,
      href: "#livret",
      isAvailable: false,
    },
    {
      id: "scolarite",
      title: "Scolarité services",
      description: "Bourses, inscription, fiche de renseignements",
      href: "#scolarite",
      isAvailable: true,
    },
  ],
  message: "Bonne rentrée à tous !",
  news: [
    {
      title: "Réunion de rentrée",
      body: "Mardi à 18 h, en salle polyvalente.",
      href: null,
      date: "2026-09-15",
    },
    { title: "Élection des représentants de parents", body: null, href: "#elections", date: "2026-10-09" },
  ],
  links: { home: "#home", contact: "#contact", account: null },
};
