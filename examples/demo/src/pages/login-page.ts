import { html } from "./html.ts";
import { renderPortalFrame } from "./portal-frame.ts";

/** Where the page finds what it embeds. */
interface LoginPageOptions {
  /** The path of the module that defines the elements. */
  readonly elementsModule: string;
  readonly languageModule: string;
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
  { audience: "guardian", href: "/connexion", text: "Représentant légal" },
  { audience: "pupil", href: "/eleve", text: "Élève" },
] as const;

/** The page of a school portal that embeds the activation as a vendor would: one module, one element. */
export function renderLoginPage({
  elementsModule,
  languageModule,
  basePath,
  audience,
}: LoginPageOptions): string {
  return renderPortalFrame({
    title: "Activer mon compte",
    titleName: "title.login",
    modules: [elementsModule, "/assets/login.js"],
    languageModule,
    asked: `${basePath}/status`,
    content: html`<div class="portal-width portal-columns">
      <main class="portal-main" id="contenu">
        <nav class="portal-profiles" id="profils" aria-label="Profil" data-label="profile.label">
          ${profiles.map(
            (profile) =>
              html`<a
                href="${profile.href}"
                data-text="profile.${profile.audience}"
                ${profile.audience === audience && html` aria-current="page"`}
                >${profile.text}</a
              >`,
          )}
        </nav>
        <educonnect-activation base-url="${basePath}" audience="${audience}"
          ><p class="portal-stand-in">La connexion se prépare…</p></educonnect-activation
        >
        <noscript
          ><p class="portal-noscript">
            L'activation du compte a besoin de JavaScript. Activez-le dans votre navigateur, ou demandez de
            l'aide à l'école.
          </p></noscript
        >
      </main>
      <aside class="portal-aside" id="aide" aria-labelledby="portal-help">
        <h2 id="portal-help" data-text="first.heading">Première connexion ?</h2>
        <ol class="portal-steps" id="courrier">
          <li>
            <strong data-text="first.letter">Prenez le courrier de l'école.</strong>
            <span data-text="first.letterText"
              >Il porte votre identifiant et un mot de passe provisoire.</span
            >
            <a href="/methodes" data-text="first.noLetter">Sans courrier ?</a>
          </li>
          <li>
            <strong data-text="first.keep">Gardez sous la main</strong>
            <span data-text="first.${audience}">${needed[audience]}.</span>
          </li>
          <li>
            <strong data-text="first.time">Comptez cinq minutes.</strong>
            <span data-text="first.timeText"
              >Vous pouvez vous arrêter et reprendre plus tard, même sur un autre appareil.</span
            >
          </li>
        </ol>
        <p class="portal-demo-hint" lang="fr" dir="ltr">
          Pour essayer : choisissez <a href="/demo">quelqu'un</a> ou un <a href="/demo/letters">courrier</a>,
          puis ouvrez le <a href="/demo/mails">mail</a> ou le <a href="/demo/phones">SMS</a> reçu.
        </p>
      </aside>
    </div>`,
  });
}

/** Where the portal finds what it embeds. */
interface ConfirmPageOptions {
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
