import type { ActivationMethod } from "@educonnect-activation/core";
import { renderTrials, type TrialsOptions } from "../trying/render-trials.ts";
import { html } from "./html.ts";
import { renderPortalFrame } from "./portal-frame.ts";
import { renderPage } from "./page.ts";

/** The portal's first page, with the demo's list of the people to try. */
interface StartPageOptions extends TrialsOptions {
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

/** What the page of methods tells its module. */
interface MethodsPageOptions {
  /** The path of the module that defines and fills `<educonnect-methods>`. */
  readonly methodsModule: string;
  readonly languageModule: string;
  readonly basePath: string;
  /** The methods that are offered. */
  readonly methods: readonly ActivationMethod[];
}

/** Builds the portal's page that compares the ways to activate an account. */
export const renderMethodsPage = ({
  methodsModule,
  languageModule,
  basePath,
  methods,
}: MethodsPageOptions): string =>
  renderPortalFrame({
    title: "Quelles méthodes pour activer un compte ?",
    titleName: "title.methods",
    modules: [methodsModule],
    languageModule,
    content: html`<main class="portal-width portal-single" id="contenu">
      <educonnect-methods data-base-url="${basePath}" data-methods="${methods.join(" ")}"
        ><p class="portal-stand-in">La comparaison des méthodes se prépare…</p></educonnect-methods
      >
      <noscript
        ><p class="portal-noscript">
          Cette page a besoin de JavaScript. Demandez de l'<a href="/aide">aide</a> à l'école.
        </p></noscript
      >
    </main>`,
  });

/** Builds the page that stands for a service of the portal. */
export function renderServicePage(title: string): string {
  return renderPage({
    title: `${title} – ENT Horizon`,
    styles: "messages.css",
    current: null,
    body: html`<main class="messages" id="contenu">
      <header class="messages-head">
        <h1>${title}</h1>
        <p>
          Ici s'ouvrirait le service, dans un vrai portail.
          <a href="/connexion">Revenir à « Mes services »</a>
        </p>
      </header>
    </main>`,
  });
}

/** Builds the page for an address that leads nowhere. */
export function renderNotFoundPage(): string {
  return renderPage({
    title: "Page introuvable – ENT Horizon",
    styles: "messages.css",
    current: null,
    body: html`<main class="messages" id="contenu">
      <header class="messages-head">
        <h1>Page introuvable</h1>
        <p>Cette adresse ne mène à aucune page. <a href="/">Revenir au portail</a></p>
      </header>
    </main>`,
  });
}
