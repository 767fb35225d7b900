import { html, nothing } from "lit";
import { screenLink } from "../controls/screen-link.ts";
import { dispatch } from "../events/educonnect-events.ts";
import type { BaseScreen } from "./base-screen.ts";

const target = "franceconnect";
const about = "https://franceconnect.gouv.fr/";

/**
 * Renders FranceConnect's button by the rules that can be kept without the State's artwork (docs/decisions/0049): what it does and the
 * name on a line each, and below it the explanation, which is FranceConnect's own page unless the host wires another.
 *
 * @param href where it leads; without it nothing is rendered. Default: what the screen's links say.
 */
export function franceConnectButton(
  screen: BaseScreen,
  look: "primary" | "secondary",
  href: string | true | undefined = screen.links.franceconnect,
): unknown {
  const lines = screen.text("login.franceConnect").split(/(?=FranceConnect)/u);
  const enter = screenLink({
    look,
    className: "educonnect-franceconnect-button",
    href,
    label: lines.map(
      (line, place) =>
        html`<span class="educonnect-franceconnect-${place === 0 ? "act" : "name"}" lang="fr">${line}</span>`,
    ),
    disabled: screen.busy,
    onFollow: (href) => dispatch(screen, "educonnect-navigate", { target, href }),
  });
  return enter === nothing
    ? nothing
    : html`<div class="educonnect-franceconnect-group">
        ${enter}
        <p>${screen.link("franceconnect-about", "login.franceConnectAbout", "link", about)}</p>
      </div>`;
}
