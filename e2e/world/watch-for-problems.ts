import type { BrowserContext } from "playwright-core";

/** What a browser says of a refused or failed request by itself; the pages deal with those on screen. */
const requestFailure = /^Failed to load resource/u;

/** Collects violations of the content security policy, errors in the console and uncaught errors of every page of a browser. */
export async function watchForProblems(context: BrowserContext, problems: string[]): Promise<void> {
  await context.exposeBinding("reportViolation", (_source, violation: string) => {
    problems.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report: unknown = Reflect.get(window, "reportViolation");
      if (typeof report === "function") {
        void report(`${event.violatedDirective} ${event.blockedURI} ${event.sample} on ${location.pathname}`);
      }
    });
  });
  context.on("weberror", (error) => problems.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (!requestFailure.test(message.text())) problems.push(`${message.type()}: ${message.text()}`);
  });
}
