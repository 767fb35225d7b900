import { describePerson, nameOf, type StandInPerson } from "../people/person.ts";
import { cancelForm } from "./sign-in-pages.ts";
import { html, renderPage } from "./page.ts";

const claimNames: Readonly<Record<string, string>> = {
  given_name: "Prénoms",
  family_name: "Nom de naissance",
  birthdate: "Date de naissance",
  gender: "Sexe",
  birthplace: "Lieu de naissance",
  birthcountry: "Pays de naissance",
  preferred_username: "Nom d’usage",
  email: "Adresse mail",
};

/** The last page: who was recognised, what is passed on, and the way to say that it is somebody else. */
export function renderConsentPage(
  path: string,
  clientName: string,
  person: StandInPerson,
  claims: readonly string[],
): string {
  const facts = describePerson(person);
  const born = person.gender === "female" ? "née" : "né";
  return renderPage({
    title: `Bienvenue ${nameOf(person)}`,
    body: html`<p>${nameOf(person)}, ${born} ${describeBirthDate(person.birthDate)}</p>
      <h2>Données transmises à ${clientName}</h2>
      <ul class="facts">
        ${claims
          .filter((claim) => claim in facts)
          .map((claim) => claimNames[claim])
          .map((name) => name !== undefined && html`<li>${name}</li>`)}
      </ul>
      <form method="post" action="${path}/consent">
        <button class="main">Continuer sur ${clientName}</button>
      </form>
      <h2>Ce n’est pas vous ?</h2>
      <p><a href="${path}">Choisir un autre compte</a></p>
      ${cancelForm(path, clientName)}`,
  });
}

const months = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** `1985-07-09` as "le 9 juillet 1985", `1985-07-00` as "en juillet 1985", `1985-00-00` as "en 1985". */
export function describeBirthDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const monthName = months[Number(month) - 1];
  if (monthName === undefined) return `en ${year}`;
  if (Number(day) === 0) return `en ${monthName} ${year}`;
  return `le ${Number(day) === 1 ? "1er" : Number(day)} ${monthName} ${year}`;
}
