import type { ChildCard } from "@educonnect-activation/core";

const pupil = (
  id: string,
  givenName: string,
  familyName: string,
  more: Partial<ChildCard> = {},
): ChildCard => ({
  id,
  givenName,
  familyName,
  school: "E.E.PU Jules-Ferry",
  hasBirthDate: true,
  ...more,
});

export const oneChild = [pupil("zoe", "Zoé", "Lœb")];

export const twoChildren = [
  pupil("eloise", "Éloïse", "Martin"),
  pupil("noe", "Noé", "Petit", { school: "CLG Mareschal" }),
];

/** The school has not recorded the second one's date. */
export const unrecordedChild = twoChildren.map((child) => ({ ...child, hasBirthDate: child.id !== "noe" }));

export const sameNames = [pupil("first", "Noé", "Martin"), pupil("second", "Noé", "Martin")];

/** Before anything proves that a homonym is ruled out: an initial, and no school. */
export const initials = twoChildren.map((child) => ({
  ...child,
  givenName: `${child.givenName.charAt(0)}.`,
  familyName: "",
  school: "",
}));

export const longNames = [
  pupil("long", "Marie-Apolline-Victoire-Emmanuelle", "Martin-de La Rochefoucauld-Montbel", {
    school: "Lycée polyvalent régional et centre de formation d'apprentis Édouard-Branly-du-Grand-Amiénois",
  }),
  pupil("unbroken", "Rindrahariniainarivelonomenjanahary", "Andrianampoinimerinatompokoindrindra"),
];

export const twelveChildren = Array.from({ length: 12 }, (_, index) =>
  pupil(`child-${index + 1}`, `Camille ${index + 1}`, "Martin", {
    school: index % 2 === 0 ? "E.E.PU Jules-Ferry" : "LP LYC Édouard-Branly",
    hasBirthDate: index % 5 !== 4,
  }),
);
