import { expect, it } from "vitest";
import { splitValue } from "./colours.ts";

it("takes a colour apart into its light and its dark value, functions of colour among them", () => {
  expect(splitValue("light-dark(#1d2624, #edf3f1)")).toEqual({ light: "#1d2624", dark: "#edf3f1" });
  expect(splitValue("light-dark(rgb(0 0 0 / 20%), white)")).toEqual({
    light: "rgb(0 0 0 / 20%)",
    dark: "white",
  });
});

it("takes any other value for the same in both", () => {
  expect(splitValue(" CanvasText ")).toEqual({ light: "CanvasText", dark: "CanvasText" });
});
