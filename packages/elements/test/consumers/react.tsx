/** What a React 19 project writes: the compiler is the test, and every line that expects an error must have one. */
import { useRef } from "react";
import type { EduconnectActivation } from "@educonnect-activation/elements";

declare function show(...values: unknown[]): void;

export function Activation() {
  const element = useRef<EduconnectActivation>(null);
  return (
    <main>
      <educonnect-activation
        ref={element}
        className="activation"
        baseUrl="/educonnect"
        audience="pupil"
        links={{ "recover-password": "/oubli" }}
        oneduconnect-step-change={({ detail }) => show(detail.step.length, detail.method)}
        oneduconnect-enter-services={(event) => event.preventDefault()}
      />
      {/* @ts-expect-error there are guardians and pupils */}
      <educonnect-activation audience="teacher" />
      <educonnect-email
        given={null}
        optional
        oneduconnect-command={({ detail }) => {
          if (detail.type === "emailSubmitted") show(detail.email.length);
          // @ts-expect-error no command is called so
          if (detail.type === "emailEaten") show(detail);
        }}
      />
      {/* @ts-expect-error an address is a text */}
      <educonnect-email given={7} />
      {/* @ts-expect-error no such element */}
      <educonnect-nothing />
    </main>
  );
}
