import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { elementsOf } from "./manifest/elements-manifest.ts";
import { createManifest } from "./manifest/create-manifest.ts";
import { readMangledProperties } from "./mangled-properties.mjs";

const mangled = readMangledProperties(fileURLToPath(new URL("..", import.meta.url)));

describe("the properties that a browser bundle shortens", () => {
  it("are those of the kit's own classes, each with a short name of its own", () => {
    const names = Object.keys(mangled);
    expect(names).toEqual(
      expect.arrayContaining(["renderContent", "idOf", "waitForTexts", "comparesMethods"]),
    );
    expect(new Set(Object.values(mangled)).size).toBe(names.length);
  });

  it("are none that a host sets, calls or hears of", () => {
    const published = elementsOf(createManifest()).flatMap(({ members, attributes, events }) => [
      ...members.map(({ name }) => name),
      ...attributes.map(({ name }) => name),
      ...events.flatMap(({ type }) => type.text.match(/\w+/gu) ?? []),
    ]);
    expect(published.length).toBeGreaterThan(200);
    expect(published.filter((name) => Object.hasOwn(mangled, name))).toEqual([]);
  }, 60_000);

  it("are none that the wire, the browser or Lit has", () => {
    const names = [
      "readStatus",
      "sendEvent",
      "revision",
      "sendsLeft",
      "textContent",
      "updateComplete",
      "hostUpdated",
    ];
    expect(names.filter((name) => Object.hasOwn(mangled, name))).toEqual([]);
  });
});
