import { expect, it } from "vitest";
import { themeTitle } from "./theme-title.ts";

it("calls a brand what its sheet calls it, with its accents", () => {
  const text = "/* Lycées du Septentrion, a region's portal: sober, dense. */\n:root {}";
  expect(themeTitle("lycees-du-septentrion", text)).toBe("Lycées du Septentrion");
});

it("calls a theme without a name of its own what its file is called", () => {
  expect(themeTitle("high-contrast", "/* For readers who choose it: 7:1 and more, thick lines. */")).toBe(
    "High contrast",
  );
  expect(themeTitle("default", "")).toBe("Default");
});
