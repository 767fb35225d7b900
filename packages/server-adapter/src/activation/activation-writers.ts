import { identityKeys } from "../authentication/federated-identity.ts";
import { decryptIdentity, mayBeHomonym } from "../flows/flow-identity.ts";
import { checkAccountStatus, leaveOthers, type WriteContext, type Writers } from "../flows/write.ts";
import type { Report, ReportKind } from "../ports/reports.ts";
import { Refusal } from "../refusal.ts";
import { announceActivation } from "./announce-activation.ts";

/** The writes that activation alone asks for. */
export const activationWriters = {
  async reportChildren({ environment, flowPerson, at, outcome }, reported) {
    // As the flow shall be: right dates of other children, given in the same answer, tell who it is.
    const identity = await decryptIdentity(environment, outcome.flow);
    const isIdentitySure = !mayBeHomonym(outcome.flow, identity);
    const { id: personId } = await flowPerson.person();
    const schools = new Map((await flowPerson.children()).map(({ id, schoolId }) => [id, schoolId]));
    const reportsOf = (kind: ReportKind): Report[] =>
      reported[kind].map((childId) => ({
        kind,
        personId,
        childId,
        schoolId: schools.get(childId) ?? null,
        at,
        isIdentitySure,
      }));
    outcome.reports.push(...reportsOf("refused"), ...reportsOf("unrecorded"));
  },

  async activateAccount(context, { children, email: emailStatus }) {
    const { flowPerson, at, outcome, before } = context;
    await checkAccountStatus(context);
    const email = await context.email();
    const known = new Set((await flowPerson.children()).map((child) => child.id));
    const granted = children.filter((childId) => known.has(childId));
    // A guardianship withdrawn since the date was given grants nothing.
    if (children.length > 0 && granted.length === 0) throw new Refusal("event_not_accepted");
    // A password chosen by whoever had the letter must not open what was activated without it.
    const isChosenHere =
      before.state.done.includes("password") ||
      outcome.accountWrites.some(
        (write) => write.type === "saveCredential" && write.credential.type === "password",
      );
    if (!isChosenHere) {
      outcome.accountWrites.push({ type: "removeCredentials", credentialType: "password" });
    }
    outcome.accountWrites.push({ type: "activate", at, children: granted, email, emailStatus });
    outcome.withdrawn.push(...granted);
    // Whatever else the person has under way could only fail now.
    await leaveOthers(context);
    await rememberIdentity(context);
  },

  async notifyGuardians({ environment, flowPerson, at, outcome }, { children }) {
    outcome.changes.push(...(await announceActivation(environment, flowPerson, children, at)));
  },
} satisfies Partial<Writers>;

/** From now on the identity that opened the flow opens the account. */
async function rememberIdentity({ environment, at, before, outcome }: WriteContext): Promise<void> {
  const identity = await decryptIdentity(environment, before);
  if (identity === null) return;
  const lookupKeys = await identityKeys(environment, identity);
  outcome.accountWrites.push({
    type: "saveCredential",
    credential: { type: "franceConnect", secret: null, lookupKeys, createdAt: at, expiresAt: null },
  });
}
