import { expect, it } from "vitest";
import { deviceKind, readDeviceKind } from "./device.ts";

it.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", "phone"],
  ["Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36", "phone"],
  ["Mozilla/5.0 (Linux; Android 14; SM-X510) AppleWebKit/537.36 Chrome/140 Safari/537.36", "tablet"],
  ["Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", "tablet"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140 Safari/537.36", "computer"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "computer"],
  ["curl/8.5.0", "unknown"],
  ["", "unknown"],
  [null, "unknown"],
] as const)("takes %s for a device of the kind %s", (userAgent, kind) => {
  expect(deviceKind(userAgent)).toBe(kind);
});

it("does not know what a later version of the kit wrote", () => {
  expect(readDeviceKind("tablet")).toBe("tablet");
  expect(readDeviceKind("fridge")).toBe("unknown");
});
