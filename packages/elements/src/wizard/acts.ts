import { type Command, franceConnectLateFragment, type SignInCommand } from "@educonnect-activation/core";
import { ClientError } from "../client/client-error.ts";
import type { NavigateTarget } from "../events/educonnect-events.ts";
import { Elsewhere } from "./elsewhere.ts";
import type { Journey } from "./journey.ts";
import { isUnproven, atSignIn, showView } from "./place-status.ts";

/** Sends what a screen asks for; an activation that nobody has proved to be theirs is left without a word. */
export async function sendCommand(journey: Journey, command: Command | SignInCommand): Promise<void> {
  const { stage } = journey.state;
  if (command.type === "abandonRequested" && stage.name === "flow" && isUnproven(stage.view))
    return leave(journey);
  // Before it is sent: whatever becomes of it, nobody types it twice.
  if (command.type === "identitySubmitted") journey.turn({ typedIdentity: command });
  await journey.send(command);
  const after = journey.state;
  const hasServed =
    after.stage.name === "flow" && ["children", "password"].includes(after.stage.view.step.name);
  if (hasServed && after.typedIdentity !== null) journey.turn({ typedIdentity: null });
}

type Beginning = Parameters<Journey["begin"]>[0];

async function begin(journey: Journey, step: Beginning): Promise<void> {
  await journey.begin(step);
  const code = journey.state.notice?.issue.code;
  // What the page shows is not how things stand.
  if (code === "method_closed" || code === "revision_stale") await new Elsewhere(journey).refresh();
}

/** « Je n'ai pas de compte »: begins an activation by SMS, or goes on with it. */
export function startSms(journey: Journey): Promise<void> {
  return begin(journey, async (client, call, replace) => {
    const view = await client.startFlow({ method: "sms", ...replace }, call);
    return { ...showView(view), origin: "here", comparesMethods: false };
  });
}

/** Leaves the page for FranceConnect, which leads back to `returnUrl`. */
export function startFranceConnect(journey: Journey, returnUrl: string): Promise<void> {
  return begin(journey, async (client, call, replace) => {
    const { location } = await client.startFranceConnect({ returnUrl, ...replace }, call);
    return journey.goTo(location);
  });
}

/** Shows the methods over what is shown now, or that again. */
export function compareMethods(journey: Journey, comparesMethods: boolean): void {
  const { stage } = journey.state;
  const issues = stage.name === "flow" && !comparesMethods ? stage.view.issues : [];
  journey.turn({ comparesMethods, issues, notice: null, asksToReplace: false, origin: "here" });
}

/** Goes to the sign-in; an activation that nobody has proved to be theirs ends, and nothing is lost. */
export async function leave(journey: Journey): Promise<void> {
  const { stage, methods, typedIdentity } = journey.state;
  if (stage.name !== "flow" || !isUnproven(stage.view)) {
    // Whom the time ran out on need not type it all again.
    journey.turn({ ...atSignIn, typedIdentity });
    // Where the page opened on a refusal, nobody has said yet what is offered.
    if (methods.length === 0) await new Elsewhere(journey).refresh();
    return;
  }
  const { revision } = stage.view;
  await journey.run(async (client, call) => {
    try {
      await client.sendEvent({ revision, event: { type: "abandonRequested" } }, call);
    } catch (error) {
      // It has ended already.
      if (!(error instanceof ClientError) || error.code !== "flow_missing") throw error;
    }
    return atSignIn;
  });
}

/** What following a link needs of the wizard. */
export interface LinkActs {
  /** Where FranceConnect leads back to; null is this page. */
  readonly returnUrl: string | null;
  /** The sign-in is asked for from an activation that would be given up: the person is to be asked. */
  readonly onLeave: () => void;
}

/** Does what a link asks for that the wizard deals with itself; any other is the host's. */
export function followLink(
  journey: Journey,
  target: NavigateTarget,
  { returnUrl, onLeave }: LinkActs,
): Promise<void> | void {
  if (target === "methods") return compareMethods(journey, true);
  if (target === "no-account") return startSms(journey);
  if (target === "franceconnect") return startFranceConnect(journey, returnUrl ?? addressToReturnTo());
  const { stage, isBusy } = journey.state;
  if (target !== "sign-in" || isBusy) return;
  const isProven = stage.name === "flow" && stage.view.condition === "awaiting" && !isUnproven(stage.view);
  return isProven ? onLeave() : leave(journey);
}

/** Marks the address that FranceConnect leads back to, so that the page knows that somebody just signed in. */
export const backFragment = "#educonnect=france_connect";

/**
 * Takes out of the address what FranceConnect's answer left there, and tells what it says: `back` somebody returned from there, `late`
 * the answer came after its attempt had ended, or in another browser.
 */
export function takeFranceConnectReturn(): "back" | "late" | null {
  const { hash, pathname, search } = location;
  if (hash !== backFragment && hash !== franceConnectLateFragment) return null;
  history.replaceState(history.state, "", pathname + search);
  return hash === backFragment ? "back" : "late";
}

/** The page's own address for FranceConnect to lead back to. A fragment of the page's own is kept, in place of the mark. */
export function addressToReturnTo(): string {
  return location.hash === "" ? location.href.replace(/#$/u, "") + backFragment : location.href;
}
