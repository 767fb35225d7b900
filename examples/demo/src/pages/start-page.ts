import { renderTrials, type TrialsOptions } from "../trying/render-trials.ts";
import { html } from "./html.ts";
import { renderPortalFrame } from "./portal-frame.ts";

/** The portal's first page, with the demo's list of the people to try. */
export interface StartPageOptions extends TrialsOptions {
  /** The path of the module that defines and fills `<educonnect-portal>`. */
  readonly portalModule: string;
  readonly languageModule: string;
}

/** Builds the page that everything begins at: who one is, where, and how one signs in. */
export const renderStartPage = ({ portalModule, languageModule, ...trials }: StartPageOptions): string =>
  renderPortalFrame({
    title: "Portail de connexion",
    titleName: "title.start",
    modules: [portalModule],
    languageModule,
    content: html`<main class="portal-width portal-single" id="contenu">
        <educonnect-portal
          ><p class="portal-stand-in">Le portail de connexion se prépare…</p></educonnect-portal
        >
        <noscript
          ><p class="portal-noscript">
            Le choix du profil a besoin de JavaScript. Vous pouvez aller directement à la
            <a href="/connexion">connexion des représentants légaux</a> ou à
            <a href="/eleve">celle des élèves</a>.
          </p></noscript
        >
      </main>
      ${renderTrials(trials)}`,
  });
