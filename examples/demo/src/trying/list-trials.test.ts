import { readMobile } from "@educonnect-activation/server-adapter";
import { expect, test } from "vitest";
import { generateDirectory } from "../directory/generate-directory.ts";
import { listTrials } from "./list-trials.ts";

const directory = generateDirectory("educonnect-demo");
const trials = listTrials(directory);

test("everybody who is offered to be tried is a row of the directory", () => {
  const everybody = Object.values(trials).flat();
  expect(everybody.length).toBeGreaterThan(25);
  for (const { person } of everybody) expect(directory.people).toContain(person);
});

test("those of the SMS method have a mobile that is read, but for the fixed line", () => {
  const unread = trials.sms.filter(({ person }) => !readMobile(person.mobile ?? "").ok);
  expect(unread.map(({ of }) => of)).toEqual(["Karine Deneux"]);
});

test("the children are those of the screen: none whom the person is only in charge of, two of one name, one of an unknown date, twelve", () => {
  const childrenOf = (name: string) =>
    Object.values(trials)
      .flat()
      .find(({ of }) => of === name)?.children;
  expect(childrenOf("Josiane Tavernier")).toEqual([]);
  expect(childrenOf("Virginie Lemaire")?.map(({ givenName }) => givenName)).toEqual(["Louis", "Louis"]);
  expect(childrenOf("Sandrine Meunier")?.map(({ birthDate }) => birthDate)).toContain(null);
  expect(childrenOf("Marie-Noëlle Delattre")).toHaveLength(12);
  expect(childrenOf("Karim Benali")).toHaveLength(2);
});
