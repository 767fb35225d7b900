import "@educonnect-activation/elements/define/email";
import type { CommandEvent } from "@educonnect-activation/elements";
import { useState } from "react";

/** One screen alone: it takes properties and says what the person did; what comes of it is the page's own business. */
export function EmailPage() {
  const [address, setAddress] = useState<string | null>(null);
  const [isOptional, setOptional] = useState(false);
  const onCommand = ({ detail }: CommandEvent) => {
    if (detail.type === "emailSubmitted") setAddress(detail.email);
    if (detail.type === "emailSkipped") setAddress(null);
  };
  return (
    <main>
      <label>
        <input type="checkbox" checked={isOptional} onChange={() => setOptional(!isOptional)} /> facultative
      </label>
      <educonnect-email given={address} optional={isOptional} oneduconnect-command={onCommand} />
      <output>{address ?? "aucune adresse"}</output>
    </main>
  );
}
