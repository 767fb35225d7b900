import { type Command, franceConnectLateFragment, type SignInCommand } from "@educonnect-activation/core";
import { ClientError } from "../client/client-error.ts";
import type { NavigateTarget } from "../events/educonnect-events.ts";
import { Elsewhere } from "./elsewhere.ts";
import type { Journey } from "./journey.ts";
import { isUnproven, atSignIn, showView } from "./place-status.ts";

/** Sends a screen's command. An activation in which nobody has proved their identity yet is left without a question. */
export async function sendCommand(journey: Journey, command: Command | SignInCommand): Promise<void> {
  const { stage } = journey.state;
  if (command.type === "abandonRequested" && stage.name === "flow" && isUnproven(stage.view))
    return leave(journey);
  // Kept before it is sent, so that the person need not type it twice even if the request fails.
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
  // The server's state differs from what the page shows.
  if (code === "method_closed" || code === "revision_stale") await new Elsewhere(journey).refresh();
}

/** Begins or continues an activation by SMS (« Je n'ai pas de compte »). */
export function startSms(journey: Journey): Promise<void> {
  return begin(journey, async (client, call, replace) => {
    const view = await client.startFlow({ method: "sms", ...replace }, call);
    return { ...showView(view), origin: "here", comparesMethods: false };
  });
}

/** Leaves the page for FranceConnect, which returns to `returnUrl`. */
export function startFranceConnect(journey: Journey, returnUrl: string): Promise<void> {
  return begin(journey, async (client, call, replace) => {
    const { location } = await client.startFranceConnect({ returnUrl, ...replace }, call);
    return journey.goTo(location);
  });
}

/** Shows the comparison of methods over the current screen, or hides it again. */
export function compareMethods(journey: Journey, comparesMethods: boolean): void {
  const { stage } = journey.state;
  const issues = stage.name === "flow" && !comparesMethods ? stage.view.issues : [];
  journey.turn({ comparesMethods, issues, notice: null, asksToReplace: false, origin: "here" });
}

/** Goes to the sign-in. An activation in which nobody has proved their identity yet is abandoned, since nothing is lost. */
export async function leave(journey: Journey): Promise<void> {
  const { stage, methods, typedIdentity } = journey.state;
  if (stage.name !== "flow" || !isUnproven(stage.view)) {
    // Someone whose time ran out need not type everything again.
    journey.turn({ ...atSignIn, typedIdentity });
    // If the page opened on a refusal, the methods on offer are not known yet.
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

/** What `followLink` needs to know about the wizard. */
export interface LinkActs {
  /** The address that FranceConnect returns to; null is this page. */
  readonly returnUrl: string | null;
  /** Called when the sign-in would give up the activation under way, so that the person is asked first. */
  readonly onLeave: () => void;
}

/** Follows a link that the wizard handles itself. Any other link is left to the host. */
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

/** Marks the address that FranceConnect returns to, so that the page knows that somebody just signed in. */
export const backFragment = "#educonnect=france_connect";

/**
 * Reads the outcome that FranceConnect's answer left in the page's address, and removes it from there. `back`: somebody returned from
 * FranceConnect. `late`: the answer came after its attempt had ended, or in another browser.
 */
export function takeFranceConnectReturn(): "back" | "late" | null {
  const { hash, pathname, search } = location;
  if (hash !== backFragment && hash !== franceConnectLateFragment) return null;
  history.replaceState(history.state, "", pathname + search);
  return hash === backFragment ? "back" : "late";
}

/** The page's own address for FranceConnect to return to. A fragment of the page's own is kept, in place of the mark. */
export function addressToReturnTo(): string {
  return location.hash === "" ? location.href.replace(/#$/u, "") + backFragment : location.href;
}
