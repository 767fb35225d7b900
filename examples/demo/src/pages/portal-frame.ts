import type { PortalText } from "../browser/texts/portal-texts.ts";
import { html, type Markup } from "./html.ts";
import { renderPage } from "./page.ts";

/** A page of the portal. */
export interface PortalFrame {
  readonly title: string;
  readonly titleName: PortalText & `title.${string}`;
  readonly modules: readonly string[];
  /** The path of the module that defines the menu of languages, and translates the portal's own words. */
  readonly languageModule: string;
  /** What its elements ask the server first. */
  readonly asked?: string;
  /** What stands between the portal's banner and its footer. */
  readonly content: Markup;
}

/** Puts the portal's header, banner and footer around a page. */
export function renderPortalFrame({
  title,
  titleName,
  modules,
  languageModule,
  asked,
  content,
}: PortalFrame): string {
  return renderPage({
    title: `${title} – ENT Horizon`,
    titleName,
    styles: "portal.css",
    modules: [...modules, languageModule],
    asked,
    current: "portal",
    body: html`<header class="portal-header">
        <div class="portal-width portal-header-row">
          <a class="portal-brand" href="/"
            ><img src="/assets/horizon.svg" alt="" width="40" height="40" /><span
              >ENT <strong>Horizon</strong></span
            ></a
          >
          <p class="portal-place" lang="fr" dir="ltr">Vallières-sur-Somme</p>
          <educonnect-language class="portal-language"></educonnect-language>
        </div>
        <div class="portal-banner">
          <div class="portal-width">
            <h1 class="portal-banner-title" data-text="banner.title">L'espace numérique de nos écoles</h1>
            <p class="portal-banner-text" data-text="banner.text">
              Le cahier de textes, les messages et les démarches, avec un seul compte.
            </p>
          </div>
        </div>
      </header>
      ${content}
      <footer class="portal-footer">
        <div class="portal-width">
          <p data-text="footer">
            ENT Horizon est un portail imaginaire, qui montre comment intégrer l'activation des comptes
            ÉduConnect. Ce n'est pas un service du ministère.
          </p>
        </div>
      </footer>`,
  });
}
