import type { ActivationMethod } from "@educonnect-activation/core";
import { html } from "./html.ts";
import { renderPortalFrame } from "./portal-frame.ts";

/** What the page of methods tells its module. */
export interface MethodsPageOptions {
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
