import { loadStrength } from "../src/screens/password/educonnect-password.ts";
import type { BaseScreen } from "../src/screens/base-screen.ts";
import type { ScreenState } from "./screen-states.ts";
import "../src/define/email-confirm.ts";
import "../src/wizard/companions.ts";
import "../src/define/login.ts";
import "../src/define/methods.ts";
import "../src/define/password.ts";
import "../src/define/portal.ts";
import "../src/define/services-group.ts";

/** A screen in the page, in one of its states. */
export interface ShownScreen {
  readonly element: BaseScreen;
  readonly root: ShadowRoot | HTMLElement;
  /** Resolves once everything is drawn. */
  settle(): Promise<void>;
  close(): void;
}

/** Shows a screen in a state, alone in the page, and waits until it is drawn. */
export async function showScreen(
  { tag, given, done }: ScreenState,
  properties: Partial<BaseScreen> = {},
): Promise<ShownScreen> {
  const element: BaseScreen = Object.assign(document.createElement(tag), given, properties);
  document.body.append(element);
  scrollTo(0, 0);
  const settle = async (): Promise<void> => {
    while (!(await element.updateComplete));
  };
  await settle();
  const root = element.shadowRoot ?? element;
  if (tag === "educonnect-password") await loadStrength();
  done(root);
  await settle();
  return { element, root, settle, close: () => element.remove() };
}
