import type { NewsItem, ServiceCard } from "@educonnect-activation/core";
import type { Directory, Person, Services } from "@educonnect-activation/server-adapter";
import { schools } from "../directory/directory.ts";

/** Where the cards of « Mes services » lead in the demo. */
export const servicesPath = "/demo/services";

/** The services of the demo's portal as guardians read of them, by the last part of their address. */
export const demoServices = {
  ent: { title: "Accédez à l'ENT", description: "Cahier de textes, messagerie et agenda de la classe." },
  livret: {
    title: "Livret scolaire du CP à la\u00a03e",
    description: "Les bilans périodiques de vos enfants.",
  },
  scolarite: {
    title: "Scolarité services",
    description: "Fiche de renseignements, bourses et autres démarches.",
  },
  contact: { title: "Contact", description: null },
} as const;

/** What pupils read instead. */
const pupilDescriptions: Readonly<Record<string, string>> = { livret: "Vos bilans périodiques." };

const isCard = (id: string): boolean => id !== "contact";

function cardsFor(kind: Person["kind"]): readonly ServiceCard[] {
  const described = kind === "pupil" ? pupilDescriptions : {};
  return Object.entries(demoServices)
    .filter(([id]) => isCard(id))
    .map(([id, { title, description }]) => ({
      id,
      title,
      description: described[id] ?? description,
      href: `${servicesPath}/${id}`,
      isAvailable: true,
    }));
}

const news: readonly NewsItem[] = [
  {
    title: "Élections des représentants de parents d'élèves",
    body: "Le vote par correspondance est possible jusqu'à la veille du scrutin.",
    href: null,
    date: "2026-10-09",
  },
  {
    title: "Réunion de rentrée des parents",
    body: "Mardi à 18 h dans le préau ; les enseignants présentent l'année.",
    href: null,
    date: "2026-09-15",
  },
];

/** Says what each person finds once signed in: the same cards for all, in words for guardians or pupils, with the message of their own school. */
export const createDemoServices = (directory: Pick<Directory, "findContact">): Services => ({
  async pageFor(person) {
    const contact = await directory.findContact(person.id);
    const school = Object.values(schools).find(({ name }) => name === contact?.name);
    return {
      services: cardsFor(person.kind),
      message: school?.message ?? null,
      news,
      links: { home: "/connexion", contact: `${servicesPath}/contact`, account: null },
    };
  },
});
