import { defaultPlans } from "../src/activation/plan.ts";
import { type ActivationMethod } from "../src/activation/purposes.ts";
import { drawPlan } from "../src/activation/verification/draw-plan.ts";

const titles: Readonly<Record<ActivationMethod, string>> = {
  letter: "Guardian with the school's letter",
  pupil: "Pupil with the school's letter",
  sms: "Guardian by SMS",
  franceConnect: "Guardian by FranceConnect",
};

const introduction = `# The activation machine

The diagrams are drawn from the machine itself by \`pnpm --filter @educonnect-activation/core draw-machine\`; a test fails when this page is out of date.

A box is a step that waits for the person, the same step while it is locked, or another condition of the flow. An arrow is labelled
with the events that lead along it: commands of the person (\`…Submitted\`, \`…Requested\`) and facts from the adapter. Three things are
not drawn: events that stay in their box (a question under way, a wrong answer with tries left, a message sent again, more time asked
for); \`abandonRequested\`, which leads from every box except \`activated\` and the ends to \`abandoned\`; and the passing of
\`expiresAt\`, which leads from every box except the ends to \`expired\`.

\`verifyPlan\` visits the same states and checks the invariants in each. A deployment can call it, and \`drawPlan\`, on its own plan.
`;

/** Writes the page of the docs that shows the machine, with one diagram per method. */
export function writeMachineDocument(): string {
  const methods: readonly ActivationMethod[] = ["letter", "pupil", "sms", "franceConnect"];
  const sections = methods.map(
    (method) =>
      `## ${titles[method]}\n\n` +
      `Plan: ${defaultPlans[method].steps.map(({ name, optional }) => (optional ? `${name} (optional)` : name)).join(" → ")}\n\n` +
      `\`\`\`mermaid\n${drawPlan(defaultPlans[method])}\n\`\`\`\n`,
  );
  return [introduction, ...sections].join("\n");
}
