import type { Issue, IssueCode } from "@educonnect-activation/core";
import { leaveQuestion } from "../src/wizard/later-panels.ts";
import { timePanel, timePanelStyles } from "../src/wizard/time/time-keeper.ts";
import { noticePanel } from "../src/wizard/panels.ts";
import type { PortalOptions } from "../src/screens/portal/portal-options.ts";
import { adoptSheets } from "../src/theme/styling.ts";
import { type ScreenTag, choose, type } from "./screen-page.ts";
import "../src/wizard/companions.ts";

// What the wizard puts above a screen takes its texts from there.

type Tags = HTMLElementTagNameMap;

/** A state of a screen: what its host gives, then what its reader does. */
interface StateOf<Tag extends ScreenTag> {
  readonly given: Partial<Tags[Tag]>;
  readonly done?: (root: ShadowRoot | HTMLElement) => void;
}

/** A state of any screen. */
export interface ScreenState {
  /** The tag and the state, such as `educonnect-login: refused`. */
  readonly name: string;
  readonly tag: ScreenTag;
  readonly given: object;
  readonly done: (root: ShadowRoot | HTMLElement) => void;
}

const now = 1_800_000_000;
const longName = "Marie-Apolline-Victoire Martin-de La Rochefoucauld-Montmorency";
const contact = {
  name: "École élémentaire publique intercommunale Jules-Ferry",
  phone: "03 22 00 00 00",
  email: "secretariat.ecole-elementaire@academie-exemple.example",
};
const locked = { lockedUntil: now + 900, now, contact } as const;
const step = { progress: { current: 2, total: 4 }, back: "step" } as const;
const first = { progress: { current: 1, total: 4 }, back: "abandon" } as const;
const links = { franceconnect: true, "no-account": true, "sign-in": true, methods: true } as const;
const wrong = (code: IssueCode, field: string, params: Issue["params"] = {}): Issue => ({
  code,
  field,
  params,
});

const pupil = { id: "a", givenName: "Éloïse", familyName: "Martin", school: "E.E.PU Jules-Ferry" };
const pupils = [
  { ...pupil, hasBirthDate: true },
  { id: "b", givenName: "Noé", familyName: "Petit", school: "CLG Mareschal", hasBirthDate: false },
];
const twelve = Array.from({ length: 12 }, (_, index) => ({
  id: `p${index}`,
  givenName: `Marie-Apolline-Victoire ${index + 1}`,
  familyName: "Martin-de La Rochefoucauld",
  school: "LP LYC Édouard-Branly des métiers de l'électrotechnique",
  hasBirthDate: index % 5 !== 4,
}));

const options: PortalOptions = {
  modes: [
    { id: "educonnect", href: "#educonnect", description: "Le compte de l'Éducation nationale" },
    { id: "ent", label: "ENT Hauts-de-France", href: "#ent", when: { levels: ["middle-school"] } },
  ],
};
const answered = { profile: "guardian", level: "middle-school", mode: "educonnect" };

const sentCode = { to: "+33 •• •• •• 12", sendsLeft: 3, nextSendAt: 0, links, ...step };
const sentMail = { to: "claire.martin@example.org", sendsLeft: 3, nextSendAt: 0, ...step };
const chooser = { identifier: "c.martin42", personal: ["Claire", "Martin"], ...step };
const session = {
  givenName: "Claire",
  familyName: "Martin",
  expiresAt: 2_000_000_000,
  endsAt: 2_000_000_000,
  now,
};
const service = { id: "ent", title: "Accédez à l'ENT", description: "Cahier de textes", href: "#ent" };
const page = {
  session,
  services: [
    { ...service, isAvailable: true },
    { ...service, id: "livret", title: "Livret scolaire du CP à la 3e", isAvailable: false },
  ],
  message: "Bonne rentrée à tous !\nLes portes ouvrent à 8 h.",
  news: [
    { title: "Réunion de rentrée", body: "Mardi à 18 h.", href: null, date: "2026-09-15" },
    { title: "Élections des parents", body: null, href: "#news", date: null },
  ],
  links: { home: "#home", contact: "#contact", account: "#account" },
};

/** What the wizard puts above a screen. */
const doNothing = (): void => {};
const failure = noticePanel({}, { code: "network_failed" }, false, doNothing);
const leaving = leaveQuestion({}, "leave", false, doNothing);
const warning = timePanel({}, { of: "flow", canExtend: true, secondsLeft: 90 }, false, doNothing);

/** Every screen in each of its states: a screen without one fails the compile. */
const screens: { readonly [Tag in ScreenTag]: Readonly<Record<string, StateOf<Tag>>> } = {
  "educonnect-portal": {
    empty: { given: { options } },
    "answer missing": { given: { options, issues: [wrong("profile_missing", "profile")] } },
    answered: { given: { options, value: answered } },
    "level asked": { given: { options, value: { profile: "guardian", level: null, mode: null } } },
    loading: { given: { options: null } },
    "nothing open": { given: { options: { modes: [] } } },
  },
  "educonnect-login": {
    empty: { given: { links: { "recover-identifier": true, "recover-password": true, ...links } } },
    missing: {
      given: {
        links,
        issues: [wrong("identifier_missing", "identifier"), wrong("password_missing", "password")],
      },
    },
    refused: { given: { links, issues: [{ code: "credentials_refused" }] } },
    "for a pupil": { given: { audience: "pupil", links: { methods: true } } },
    replacing: { given: { replacing: true } },
    busy: { given: { busy: true, links } },
    "password shown": {
      given: {},
      done: (root) => {
        type(root, "password", "Coquelicot!42-hibou");
        root.querySelector<HTMLElement>(".educonnect-toggle")?.click();
      },
    },
  },
  "educonnect-identity": {
    empty: { given: { links, ...first } },
    wrong: {
      given: {
        ...first,
        given: { familyName: "Martin", phone: "03 22 00 11 22" },
        issues: [wrong("name_missing", "givenName"), wrong("phone_not_mobile", "phone")],
      },
    },
    understood: { given: first, done: (root) => type(root, "phone", "0692701546") },
    busy: { given: { busy: true, ...first } },
  },
  "educonnect-sms-code": {
    sent: { given: sentCode },
    "wrong code": { given: { ...sentCode, issues: [wrong("code_wrong", "code", { triesLeft: 4 })] } },
    expired: { given: { ...sentCode, issues: [wrong("code_expired", "code")] } },
    "too soon": { given: { ...sentCode, nextSendAt: now + 42, now } },
    exhausted: { given: { ...sentCode, sendsLeft: 0 } },
    locked: { given: { ...sentCode, ...locked } },
  },
  "educonnect-france-connect": {
    waiting: { given: { links, ...first } },
    leaving: { given: { links, ...first, busy: true } },
    cancelled: { given: { links, ...first, issues: [{ code: "france_connect_cancelled" }] } },
    unmatched: { given: { links, ...first, contact, issues: [{ code: "france_connect_unmatched" }] } },
  },
  "educonnect-children": {
    empty: { given: { pupils, action: "confirm", ...step } },
    unanswered: {
      given: { pupils, ...step, issues: [{ code: "child_unanswered", childId: "a" }] },
      done: (root) => choose(root, 2),
    },
    answered: { given: { pupils, ...step }, done: (root) => [0, 3].forEach((place) => choose(root, place)) },
    "wrong date": {
      given: {
        pupils,
        ...step,
        issues: [{ code: "birth_date_wrong", field: "birthDate", childId: "a", params: { triesLeft: 2 } }],
      },
      done: (root) => choose(root, 0),
    },
    "every child refused": {
      given: { pupils: pupils.slice(1), ...step },
      done: (root) => {
        choose(root, 1);
        root.querySelector("form")?.requestSubmit();
      },
    },
    initials: {
      given: {
        pupils: pupils.map((each) => ({ ...each, givenName: "L.", familyName: "", school: "" })),
        ...step,
      },
    },
    "twelve, with long names": { given: { pupils: twelve, ...step }, done: (root) => choose(root, 0) },
    none: { given: { pupils: [], contact, ...step } },
    locked: { given: { pupils, ...step, ...locked } },
  },
  "educonnect-birth-date": {
    empty: { given: step },
    wrong: { given: { ...step, issues: [wrong("birth_date_wrong", "birthDate", { triesLeft: 2 })] } },
    impossible: { given: { ...step, issues: [wrong("birth_date_month_out_of_range", "month")] } },
    locked: { given: { ...step, ...locked } },
  },
  "educonnect-password": {
    empty: { given: chooser },
    typed: { given: chooser, done: (root) => type(root, "password", "Coquelicot!42-hibou") },
    "half typed": { given: chooser, done: (root) => type(root, "password", "coq") },
    refused: { given: { ...chooser, issues: [wrong("password_too_common", "password")] } },
    kept: { given: { ...chooser, canContinue: true } },
    "help unfolded": {
      given: chooser,
      done: (root) => root.querySelector("details")?.setAttribute("open", ""),
    },
  },
  "educonnect-email": {
    empty: { given: first },
    optional: { given: { optional: true, audience: "pupil", ...step } },
    given: { given: { given: "c•••@example.org", canContinue: true, ...step } },
    wrong: {
      given: { ...first, issues: [wrong("email_invalid", "email"), wrong("email_mismatch", "confirmation")] },
    },
    suggested: { given: first, done: (root) => type(root, "email", "claire.martin@gmial.com") },
    leaving: { given: first, done: (root) => root.querySelector<HTMLElement>(".educonnect-back")?.click() },
    "below a failure": { given: { ...first, start: failure } },
    "below a question": { given: { ...first, start: leaving } },
    "below a warning": {
      given: { ...first, start: warning },
      done: (root) => adoptSheets(root, [timePanelStyles]),
    },
    busy: { given: { ...first, busy: true } },
  },
  "educonnect-email-sent": {
    sent: { given: sentMail },
    "long address": {
      given: { ...sentMail, to: "marie-apolline-victoire.martin-de-la-rochefoucauld@academie.example" },
    },
    "wrong code": { given: { ...sentMail, issues: [wrong("code_wrong", "code", { triesLeft: 4 })] } },
    "too soon": { given: { ...sentMail, nextSendAt: now + 42, now } },
    exhausted: { given: { ...sentMail, sendsLeft: 0 } },
    locked: { given: { ...sentMail, ...locked } },
  },
  "educonnect-email-confirm": {
    asking: {
      given: { request: { audience: "guardian", identifier: "c.martin42", maskedEmail: "c•••@example.org" } },
    },
    loading: { given: { request: null } },
    expired: { given: { issues: [{ code: "confirmation_link_expired" }], contact } },
    confirmed: { given: { answer: { outcome: "confirmed", ownFlow: false } } },
  },
  "educonnect-success": {
    active: { given: { identifier: "c.martin42" } },
    "mail pending": { given: { identifier: "a.rochefoucauld1234", pendingEmail: "c•••@example.org" } },
  },
  "educonnect-services": {
    filled: { given: { data: page } },
    "long names": {
      given: { data: { ...page, session: { ...session, familyName: longName }, services: [], news: [] } },
    },
    ended: { given: { data: page, ended: true, links } },
    loading: { given: { data: null } },
  },
  "educonnect-methods": {
    "all methods": { given: { contact } },
    "one method": { given: { methods: ["letter"] } },
    none: { given: { methods: [], contact } },
  },
  "educonnect-notice": {
    locked: { given: { reason: "locked", ...locked } },
    unavailable: { given: { reason: "unavailable", links: { retry: true } } },
    "every child refused": { given: { reason: "allRefused", contact, ...step } },
    moved: { given: { reason: "moved", links } },
  },
};

/** Every screen in each of its states, in the order in which people meet them. */
export const screenStates: readonly ScreenState[] = Object.entries(screens).flatMap(([tag, states]) =>
  statesOf(tag, states),
);

function statesOf(tag: string, states: Readonly<Record<string, StateOf<ScreenTag>>>): ScreenState[] {
  if (!isScreenTag(tag)) return [];
  return Object.entries(states).map(([state, { given, done = doNothing }]) => ({
    name: `${tag}: ${state}`,
    tag,
    given,
    done,
  }));
}

function isScreenTag(tag: string): tag is ScreenTag {
  return tag in screens;
}
