/** Writes docs/activation-machine.md: `pnpm --filter @educonnect-activation/core draw-machine`. */
import { writeFileSync } from "node:fs";
import { writeMachineDocument } from "./activation-machine-document.ts";

writeFileSync(new URL("../../../docs/activation-machine.md", import.meta.url), writeMachineDocument());
