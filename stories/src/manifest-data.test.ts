import { expect, it } from "vitest";
import { propertyType } from "./manifest-data.ts";

it("makes a closed list one to choose from", () => {
  expect(propertyType('"guardian" | "pupil" | null')).toEqual({ name: "enum", value: ["guardian", "pupil"] });
});

it("reads plain types, and leaves null to the button that unsets", () => {
  expect(["string | null", "number", "boolean"].map(propertyType)).toEqual([
    { name: "string" },
    { name: "number" },
    { name: "boolean" },
  ]);
});

it("takes all other data as an object, even where it has words in it", () => {
  const links = 'Readonly<Partial<Record<"home" | "contact", string | true>>>';
  expect(["readonly Issue[]", links].map((type) => propertyType(type)?.name)).toEqual(["object", "object"]);
});

it("gives no control to code, nor to what is drawn", () => {
  expect(["(url: string) => void", "unknown", "ActivationClient | null"].map(propertyType)).toEqual([
    null,
    null,
    null,
  ]);
});
