import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";
import { AccessiblePage } from "./accessible-page.ts";
import { createKeyboardPerson } from "./keyboard-person.ts";

/** Somebody who does not see the page: acts on what it is called, and knows what is told of it. */
export interface Reader {
  readonly told: AccessiblePage;
  /** Replaces what a field holds; a group is named by how its name begins, and `place` tells groups alike apart. */
  type(field: string, text: string, group?: string, place?: number): Promise<void>;
  press(role: "button" | "link", name: string): Promise<void>;
  /** Chooses one radio button, whose name begins like this. */
  choose(radio: string, group?: string, place?: number): Promise<void>;
}

/** Waits until the focus is on a heading, which is then read out. */
export async function expectHeading({ told }: Reader, name: string): Promise<void> {
  await told.waitFor((nodes) => {
    const focused = nodes.filter(({ isFocused, role }) => isFocused && role !== "RootWebArea");
    expect(focused.map((node) => [node.role, node.name])).toEqual([["heading", name]]);
  });
}

/** Waits for a page that opens with a heading, where the focus stays free. */
export async function expectHeadingShown({ told }: Reader, name: string): Promise<void> {
  await told.find({ role: "heading", name });
}

/** Waits until a live region says something. */
export async function expectStatus({ told }: Reader, text: string | RegExp): Promise<void> {
  await told.waitFor((nodes) => {
    const said = nodes.filter(({ role }) => role === "status").map((node) => node.text);
    expect(said).toContainEqual(typeof text === "string" ? text : expect.stringMatching(text));
  });
}

/** Waits until the focus is on the summary of errors, with these lines and no other. */
export async function expectSummary({ told }: Reader, lines: readonly string[]): Promise<void> {
  await told.waitFor((nodes) => {
    const name = "Il y a un problème";
    const summary = nodes.find((node) => node.role === "group" && node.name === name);
    expect(summary?.isFocused, "the summary has the focus").toBe(true);
    const items = nodes.filter(({ role, groups }) => role === "listitem" && groups.includes(name));
    expect(items.map(({ text }) => text)).toEqual(lines);
  });
}

/** Follows a line of the summary, and waits until its field has the focus and says what is wrong. */
export async function followError(reader: Reader, line: string, field: string, error = line): Promise<void> {
  await reader.press("link", line);
  await reader.told.waitFor((nodes) => {
    const focused = nodes.find(({ isFocused, role }) => isFocused && role !== "RootWebArea");
    expect([focused?.role, focused?.name]).toEqual([focused?.role === "radio" ? "radio" : "textbox", field]);
    const said = [
      focused?.description,
      ...nodes.filter(({ name }) => focused?.groups.includes(name)).map(({ description }) => description),
    ];
    expect(said.join(" ")).toContain(`Erreur : ${error}`);
    if (focused?.role === "textbox") expect(focused).toMatchObject({ isInvalid: true, isRequired: true });
  });
}

/** Somebody who has nothing but a keyboard, told what a screen reader is told. */
export async function createKeyboardReader(page: Page): Promise<Reader> {
  const person = createKeyboardPerson(page);
  const within = (group: string | undefined): Page | Locator =>
    group === undefined ? page : page.getByRole("group", { name: group });
  return {
    told: await AccessiblePage.open(page),
    type: (field, text, group, place = 0) =>
      person.type(within(group).getByLabel(field, { exact: true }).nth(place), text),
    press: (role, name) => person.press(page.getByRole(role, { name, exact: true })),
    choose: (radio, group, place = 0) =>
      person.choose(within(group).getByRole("radio", { name: radio }).nth(place)),
  };
}

/** Somebody with a screen reader: finds and does everything through the browser's accessibility tree. */
export async function createTreeReader(page: Page): Promise<Reader> {
  const told = await AccessiblePage.open(page);
  return {
    told,
    async type(name, text, group, place) {
      await told.focus(await told.find({ role: "textbox", name, group, place }));
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(text);
    },
    async press(role, name) {
      const node = await told.find({ role, name });
      if (node.isDisabled) throw new Error(`${node.name} is told to be disabled`);
      await told.activate(node);
    },
    async choose(name, group, place) {
      const wanted = { role: "radio", name, isBeginning: true, group, place };
      const radio = await told.find(wanted);
      await told.activate(radio);
      await told.waitFor((nodes) => {
        const isChosen = nodes.some((node) => node.id === radio.id && node.isChecked);
        if (!isChosen) throw new Error(`${name} is not told to be chosen`);
      });
    },
  };
}
