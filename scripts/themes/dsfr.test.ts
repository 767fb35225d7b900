import { expect, it } from "vitest";
import { dsfrClasses } from "../../packages/elements/src/dsfr/dsfr-classes.ts";
import list from "./dsfr-names.json" with { type: "json" };
import { readNames } from "./read-names.ts";

it("emits only names that DSFR has, each read off the version in the list", () => {
  const emitted = new Set(Object.values(dsfrClasses).flatMap((names) => names.split(" ")));
  expect([...emitted].toSorted()).toEqual(list.names.toSorted());
});

it("maps only names that a screen has", () => {
  const { rendered } = readNames();
  expect(Object.keys(dsfrClasses).filter((name) => !rendered.has(name))).toEqual([]);
});

it("covers whatever is pressed, filled in or read as a message", () => {
  const names = [
    "button",
    "button-primary",
    "link",
    "input",
    "label",
    "error",
    "radio",
    "checkbox",
    "choice",
  ];
  for (const name of [
    ...names,
    "summary",
    "warning",
    "panel",
    "heading",
    "invalid",
    "invalid-group",
    "card",
  ]) {
    expect(dsfrClasses, name).toHaveProperty(name);
  }
});
