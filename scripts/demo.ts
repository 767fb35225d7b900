// `pnpm demo [options]`: the options are those of examples/demo, whose last line is `ready http://localhost:…`.
import { ensureElementsBundle } from "./elements-bundle.ts";

await ensureElementsBundle();
await import(new URL("../examples/demo/src/main.ts", import.meta.url).href);
