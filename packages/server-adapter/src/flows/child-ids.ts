import type { ChildAnswer, Issue } from "@educonnect-activation/core";
import type { Environment } from "../environment.ts";
import type { Child } from "../ports/directory.ts";
import type { Flow } from "./flow.ts";

/** The ids by which a flow shows children. */
export type ChildIds = ReadonlyMap<string, string>;

const purpose = "flow-child";
const nameIn = (flow: Flow, childId: string) => JSON.stringify([flow.id, childId]);

/**
 * Makes ids for a flow that may be somebody else's of the same name: the directory's may be national ones (INE, AAF), which nobody but the
 * parent should learn. Each is the same as long as the flow lasts and the key is not rotated, and another in any other flow.
 */
export async function makeChildIds(
  { vault }: Environment,
  flow: Flow,
  children: readonly Pick<Child, "id">[],
): Promise<ChildIds> {
  const ids = await Promise.all(
    children.map(async ({ id }) => [id, await vault.lookupKey(purpose, nameIn(flow, id))] as const),
  );
  return new Map(ids);
}

/** Gives answers the directory's ids again, from ids made under any key; an id that the flow never showed becomes nobody's, the directory's own included. */
export async function readChildIds(
  { vault }: Environment,
  flow: Flow,
  children: readonly Pick<Child, "id">[],
  answers: readonly ChildAnswer[],
): Promise<readonly ChildAnswer[]> {
  const shown = await Promise.all(
    children.map(async ({ id }) =>
      (await vault.lookupKeys(purpose, nameIn(flow, id))).map((key) => [key, id] as const),
    ),
  );
  const known = new Map(shown.flat());
  return answers.map((answer) => ({ ...answer, childId: known.get(answer.childId) ?? "" }));
}

/** Names the children of issues as the flow shows them. */
export function showIssues(issues: readonly Issue[], ids: ChildIds): readonly Issue[] {
  return issues.map((issue) => {
    const shown = ids.get(issue.childId ?? "");
    return shown === undefined ? issue : { ...issue, childId: shown };
  });
}
