import "@educonnect-activation/elements/define/educonnect-activation";
import { useState } from "react";

/** The whole wizard: React sets its properties and hears its events. */
export function ActivationPage() {
  const [step, setStep] = useState<string>("loading");
  const [links] = useState({ "recover-password": "/oubli" } as const);
  return (
    <main>
      <h1>Mon ENT</h1>
      <educonnect-activation
        baseUrl="/educonnect"
        links={links}
        updateTitle
        oneduconnect-step-change={({ detail }) => setStep(detail.step)}
      />
      <output>{step}</output>
    </main>
  );
}
