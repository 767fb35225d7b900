import { federatedSketches } from "../france-connect/federated-sketches.ts";
import type { TrialMethod, TrialSketch } from "./trial.ts";

/** The people worth trying, method by method; names are rows of the generated directory. */
export const trialSketches: Readonly<Record<TrialMethod, readonly TrialSketch[]>> = {
  letter: [
    { of: "Hélène Carpentier", shows: "Un enfant dans chaque école" },
    { of: "Marie-Noëlle Delattre", shows: "Douze enfants" },
    { of: "Aurélie Quennesson", shows: "Des jumeaux aux prénoms voisins" },
    { of: "Karim Benali", shows: "Famille recomposée : un enfant du foyer ne lui est pas proposé" },
    { of: "Sandrine Meunier", shows: "Une date de naissance inconnue de l'école" },
    { of: "Олена Шевченко", shows: "Un nom en cyrillique" },
    { of: "Émilie Roussel", shows: "Compte déjà actif, pour se connecter directement" },
  ],
  sms: [
    { of: "Virginie Lemaire", shows: "Deux enfants du même nom" },
    { of: "Łucja Żółkiewska", shows: "Un numéro de La Réunion, un nom avec Ł" },
    { of: "Rock Wamytan", shows: "Un numéro de Nouvelle-Calédonie" },
    { of: "Mélanie Perrin", shows: "Le numéro est aussi celui de l'autre parent, Sébastien" },
    { of: "Nadia Bensaïd", shows: "Un dossier dans chaque école pour la même personne" },
    { of: "Jean Lambert", shows: "Plusieurs personnes de ce nom et de ce numéro : le SMS le dit" },
    { of: "Aminata Diallo", shows: "Le numéro est aussi celui de l'élève : le SMS le dit" },
    { of: "Émilie Roussel", shows: "Compte déjà actif : le SMS le dit" },
    { of: "Ludovic Wattiez", shows: "Seul enfant, date inconnue : l'école est prévenue" },
    { of: "Josiane Tavernier", shows: "Rang 0, représentante de personne : aucun SMS" },
    { of: "Karine Deneux", shows: "Une ligne fixe : refusée dès la saisie" },
    { of: "Thibault Renaud", shows: "Un numéro hors service : le SMS n'est pas distribué" },
  ],
  franceConnect: federatedSketches.map(({ of, note }) => ({ of, shows: note })),
  pupil: [
    { of: "Antoine Carpentier", shows: "Élève de lycée" },
    { of: "Mamadou Diallo", shows: "Élève qui partage le mobile de sa mère" },
    { of: "Timéo Wattiez", shows: "Date de naissance inconnue de l'école" },
  ],
};
