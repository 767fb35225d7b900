import { html } from "./html.ts";
import { renderPage } from "./page.ts";

/** Where the portal finds what it embeds. */
export interface PortalOptions {
  /** The path of the module that defines the elements. */
  readonly elementsModule: string;
  /** The path that the handler serves. */
  readonly basePath: string;
  /** Whose sign-in it opens with; either's letter works on both. */
  readonly audience: "guardian" | "pupil";
}

const needed = {
  guardian: "la date de naissance de chacun de vos enfants et votre adresse mail",
  pupil: "votre date de naissance et, si vous en avez une, votre adresse mail",
} as const;

const profiles = [
  { audience: "guardian", href: "/", text: "Représentant légal" },
  { audience: "pupil", href: "/eleve", text: "Élève" },
] as const;

/** The page of a school portal that embeds the activation as a vendor would: one module, one element. */
export function renderPortalPage({ elementsModule, basePath, audience }: PortalOptions): string {
  return renderPage({
    title: "Activer mon compte – ENT Horizon",
    styles: "portal.css",
    modules: [elementsModule, "/assets/portal.js"],
    current: "portal",
    body: html`<header class="portal-header">
        <div class="portal-width portal-header-row">
          <a class="portal-brand" href="/"
            ><img src="/assets/horizon.svg" alt="" width="40" height="40" /><span
              >ENT <strong>Horizon</strong></span
            ></a
          >
          <p class="portal-place">Vallières-sur-Somme</p>
        </div>
      </header>
      <div class="portal-banner">
        <div class="portal-width">
          <p class="portal-banner-title">L'espace numérique de nos écoles</p>
          <p>
            Le cahier de textes, les messages et les démarches, avec un seul compte pour tous vos enfants.
          </p>
        </div>
      </div>
      <div class="portal-width portal-columns">
        <main class="portal-main" id="contenu">
          <nav class="portal-profiles" id="profils" aria-label="Profil">
            ${profiles.map(
              (profile) =>
                html`<a href="${profile.href}" ${profile.audience === audience && html` aria-current="page"`}
                  >${profile.text}</a
                >`,
            )}
          </nav>
          <educonnect-activation base-url="${basePath}" audience="${audience}"></educonnect-activation>
          <noscript
            ><p class="portal-noscript">
              L'activation du compte a besoin de JavaScript. Activez-le dans votre navigateur, ou demandez de
              l'aide à l'école.
            </p></noscript
          >
        </main>
        <aside class="portal-aside" id="aide" aria-labelledby="portal-help">
          <h2 id="portal-help">Première connexion ?</h2>
          <ol class="portal-steps">
            <li>
              <strong>Prenez le courrier de l'école.</strong> Il porte votre identifiant et un mot de passe
              provisoire.
            </li>
            <li><strong>Gardez sous la main</strong> ${needed[audience]}.</li>
            <li>
              <strong>Comptez cinq minutes.</strong> Vous pouvez vous arrêter et reprendre plus tard, même sur
              un autre appareil.
            </li>
          </ol>
          <p class="portal-demo-hint">
            Pour essayer : choisissez un <a href="/demo/letters">courrier</a>, activez le compte, puis ouvrez
            le <a href="/demo/mails">mail reçu</a>.
          </p>
        </aside>
      </div>
      <footer class="portal-footer">
        <div class="portal-width">
          <p>
            ENT Horizon est un portail imaginaire, qui montre comment intégrer l'activation des comptes
            ÉduConnect. Ce n'est pas un service du ministère.
          </p>
        </div>
      </footer>`,
  });
}
