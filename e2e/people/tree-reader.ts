import type { Page } from "playwright-core";
import { AccessiblePage } from "./accessible-page.ts";
import type { Reader } from "./reader.ts";

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
