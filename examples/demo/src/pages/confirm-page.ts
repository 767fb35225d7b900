import { html } from "./html.ts";
import { renderPortalFrame } from "./portal-frame.ts";

/** Where the portal finds what it embeds. */
export interface ConfirmPageOptions {
  /** The path of the module that defines the elements. */
  readonly elementsModule: string;
  readonly languageModule: string;
  /** The path that the handler serves. */
  readonly basePath: string;
}

/** The portal's own page that the link of a confirmation mail opens. */
export const renderConfirmPage = ({ elementsModule, languageModule, basePath }: ConfirmPageOptions): string =>
  renderPortalFrame({
    title: "Confirmer mon adresse mail",
    titleName: "title.confirm",
    modules: [elementsModule],
    languageModule,
    content: html`<main class="portal-width portal-single" id="contenu">
      <educonnect-confirmation-link base-url="${basePath}" return-url="/connexion" help-url="/aide"
        ><p class="portal-stand-in">La confirmation se prépare…</p></educonnect-confirmation-link
      >
      <noscript
        ><p class="portal-noscript">
          La confirmation a besoin de JavaScript. Si le mail porte un code, vous pouvez aussi le saisir sur la
          page d'activation.
        </p></noscript
      >
    </main>`,
  });
