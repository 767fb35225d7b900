import type { TestPortal, TestPortalOptions } from "../portal/test-portal.ts";

/** One race, run on a portal over an empty store. */
export interface RaceCase {
  readonly name: string;
  readonly run: (open: (options?: TestPortalOptions) => Promise<TestPortal>) => Promise<void>;
}

/** Does something so many times at once. */
export const times = <Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

/** How each of the answers ended. */
export const statuses = (responses: readonly { readonly status: number }[]) =>
  responses.map(({ status }) => status);
