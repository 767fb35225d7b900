import type { ChildSketch, Household } from "./household.ts";

const children = (primary: readonly string[], secondary: readonly string[]): ChildSketch[] => {
  const sketch = (written: string, school: ChildSketch["school"]): ChildSketch => {
    const [givenName = "", birthDate = "", sex] = written.split(" ");
    return { givenName, birthDate, school, sex: sex === "f" ? "female" : "male" };
  };
  return [
    ...primary.map((written) => sketch(written, "primary")),
    ...secondary.map((written) => sketch(written, "secondary")),
  ];
};

/** Families of five to twelve children, with twins. */
export const largeHouseholds: readonly Household[] = [
  {
    case: "five children",
    familyName: "Traoré",
    guardians: [
      { sex: "male", givenName: "Bakary" },
      { sex: "female", givenName: "Fatoumata" },
    ],
    children: children(
      ["Awa 2017-02-11 f", "Moussa 2018-07-30 m", "Kadiatou 2020-01-19 f"],
      ["Ibrahim 2009-10-04 m", "Mariam 2011-05-23 f"],
    ),
  },
  {
    case: "seven children",
    familyName: "de Kerguélen",
    guardians: [
      { sex: "female", givenName: "Bénédicte", birthName: "d'Ornano" },
      { sex: "male", givenName: "Hugues" },
    ],
    children: children(
      ["Sixtine 2016-03-02 f", "Aliénor 2017-09-15 f", "Amaury 2019-06-21 m", "Ombeline 2020-10-08 f"],
      ["Foulques 2009-01-29 m", "Guillemette 2010-04-17 f", "Enguerrand 2011-12-05 m"],
    ),
  },
  {
    case: "twelve children",
    familyName: "Delattre",
    guardians: [
      { sex: "female", givenName: "Marie-Noëlle" },
      { sex: "male", givenName: "Dominique" },
    ],
    children: children(
      [
        "Célian 2016-01-12 m",
        "Élisa 2016-12-03 f",
        "Marius 2017-10-20 m",
        "Suzanne 2018-09-01 f",
        "Joseph 2019-08-14 m",
        "Joséphine 2019-08-14 f",
        "Ambre 2020-11-27 f",
      ],
      [
        "Valentin 2008-06-18 m",
        "Valentine 2008-06-18 f",
        "Margaux 2009-05-26 f",
        "Titouan 2010-07-07 m",
        "Ysaline 2011-09-30 f",
      ],
    ),
  },
];
