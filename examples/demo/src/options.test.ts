import { expect, test } from "vitest";
import { OptionsError, parseOptions } from "./options.ts";

test("nothing asked for", () => {
  expect(parseOptions([])).toEqual({
    dataFolder: null,
    postgresUrl: null,
    port: null,
    cooldownSeconds: null,
    hasSms: true,
    hasFranceConnect: true,
    isBreakable: false,
    isHelp: false,
  });
});

test("everything asked for, after the separator that pnpm passes on", () => {
  const args = ["--", "--data", "here", "--postgres=postgres://u@h/d", "--port", "0", "--cooldown=5"];
  expect(parseOptions(args)).toEqual({
    dataFolder: "here",
    postgresUrl: "postgres://u@h/d",
    port: 0,
    cooldownSeconds: 5,
    hasSms: true,
    hasFranceConnect: true,
    isBreakable: false,
    isHelp: false,
  });
  expect(parseOptions(["--no-sms"])).toMatchObject({ hasSms: false, hasFranceConnect: true });
  expect(parseOptions(["--no-france-connect"])).toMatchObject({ hasSms: true, hasFranceConnect: false });
  expect(parseOptions(["--breakable"]).isBreakable).toBe(true);
  expect(parseOptions(["-h"]).isHelp).toBe(true);
});

test.each([
  ["an unknown option", ["--verbose"], "--verbose"],
  ["a stray word", ["data"], "data"],
  ["a missing value", ["--data"], "--data"],
  ["an empty value", ["--data="], "--data"],
  ["a repeated option", ["--port", "1", "--port", "2"], "--port"],
  ["a port in words", ["--port", "http"], "http"],
  ["a port too high", ["--port", "65536"], "65536"],
  ["a cooldown below zero", ["--cooldown=-1"], "--cooldown"],
  ["a value where none belongs", ["--no-sms=yes"], "--no-sms"],
  ["another database", ["--postgres", "mysql://h/d"], "--postgres"],
])("%s is refused by name", (_, args, named) => {
  expect(() => parseOptions(args)).toThrow(OptionsError);
  expect(() => parseOptions(args)).toThrow(named);
});

test("a refused database URL is not repeated, for it may hold a password", () => {
  expect(() => parseOptions(["--postgres", "http://u:secret@h"])).toThrow(/^(?!.*secret)/u);
});
