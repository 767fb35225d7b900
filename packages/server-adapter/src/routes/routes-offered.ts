import type { Route } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";

const routes: readonly Route[] = ["letter", "pupil", "sms", "franceConnect"];

/** The routes that can be taken here; what leads to another is not to be shown. */
export function routesOffered({ plans }: Environment): readonly Route[] {
  return routes.filter((route) => plans[route] !== undefined);
}
