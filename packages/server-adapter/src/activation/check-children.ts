import { isCalendarDate, type ChildAnswer, type Fact, type Issue } from "@educonnect-activation/core";
import type { Child } from "../ports/directory.ts";
import type { AttemptBudget } from "../authentication/attempts.ts";
import { isEqualInConstantTime } from "../security/constant-time.ts";
import { readChildIds } from "../flows/child-ids.ts";
import { identityKey, type FederatedIdentity } from "../authentication/federated-identity.ts";
import { decryptIdentity, mayBeHomonym } from "../flows/flow-identity.ts";
import { latestBirthDate } from "./check-birth-date.ts";
import { compareSecret, type Answer, type QuestionContext, type QuestionNamed } from "../flows/question.ts";

/** Across accounts a child's date may be got wrong this often before answers slow down and somebody is told. */
const childBudget: AttemptBudget = { tries: 10, lockSeconds: 86_400 };
const childDelayMilliseconds = 5_000;

/** What keeps the answers from being compared at all; none of it costs a try. */
function childrenIssues(children: readonly Child[], answers: readonly ChildAnswer[], at: number): Issue[] {
  const issues: Issue[] = [];
  const known = new Set(children.map((child) => child.id));
  const answered = answers.map((answer) => answer.childId);
  if (new Set(answered).size !== answered.length || answered.some((childId) => !known.has(childId))) {
    issues.push({ code: "children_changed" });
  }
  for (const { id: childId, birthDate } of children) {
    const answer = answers.find((candidate) => candidate.childId === childId);
    if (!answer) issues.push({ code: "child_unanswered", field: "relation", childId });
    if (answer?.relation !== "guardian" || birthDate === null) continue;
    if (answer.birthDate === null) issues.push({ code: "birth_date_missing", field: "birthDate", childId });
    else if (!isCalendarDate(answer.birthDate)) {
      issues.push({ code: "birth_date_impossible", field: "birthDate", childId });
    } else if (answer.birthDate > latestBirthDate(at)) {
      issues.push({ code: "birth_date_in_future", field: "birthDate", childId });
    }
  }
  return issues;
}

/** Guesses at one child's date from many accounts delay each further answer; the true parent is never shut out. */
async function watchChildren({ environment }: QuestionContext, childIds: readonly string[]): Promise<void> {
  const attempts = await Promise.all(
    childIds.map((childId) => environment.attempts.take(`child:${childId}`, childBudget)),
  );
  if (attempts.every((attempt) => attempt.isAllowed)) return;
  environment.logger.log("warn", "child_ceiling_reached");
  await environment.wait(childDelayMilliseconds);
}

/**
 * There is one budget per account. Somebody who came by FranceConnect and may only bear the same name has a budget of their own, so that they
 * cannot shut the true parent out.
 *
 * @param homonym the identity of a person who may only bear the same name.
 */
async function budgetKey(
  { environment, flow }: QuestionContext,
  homonym: FederatedIdentity | null,
): Promise<string> {
  const key = `children:${flow.state.subject}`;
  return homonym === null ? key : `${key}:${await identityKey(environment, homonym)}`;
}

/** Compares the dates of the children claimed with the school's, all at once: nothing tells which was wrong. */
export async function checkChildren(
  context: QuestionContext,
  { answers }: QuestionNamed<"checkChildren">,
): Promise<Answer> {
  const { environment, flow, flowPerson } = context;
  const [children, identity] = await Promise.all([flowPerson.children(), decryptIdentity(environment, flow)]);
  const homonym = mayBeHomonym(flow, identity) ? identity : null;
  const given = homonym === null ? answers : await readChildIds(environment, flow, children, answers);
  const issues = childrenIssues(children, given, environment.clock.now());
  if (issues.length > 0) return { fact: { type: "childrenIncomplete", issues } };
  const claimed = new Map(
    given.flatMap((answer) => (answer.relation === "guardian" ? [[answer.childId, answer.birthDate]] : [])),
  );
  const recorded = children.filter((child) => claimed.has(child.id) && child.birthDate !== null);
  const matched: Fact = {
    type: "childrenMatched",
    confirmed: recorded.map((child) => child.id),
    refused: children.filter((child) => !claimed.has(child.id)).map((child) => child.id),
    unrecorded: children
      .filter((child) => claimed.has(child.id) && child.birthDate === null)
      .map((child) => child.id),
  };
  if (recorded.length === 0) return { fact: matched };
  const answer = await compareSecret(context, {
    key: await budgetKey(context, homonym),
    budget: environment.policy.failures.children,
    isRight: () =>
      recorded
        .map((child) => isEqualInConstantTime(claimed.get(child.id) ?? "", child.birthDate ?? ""))
        .every((isEqual) => isEqual),
    matched,
    mismatched: { type: "childrenMismatched" },
  });
  if (answer.fact.type === "childrenMismatched") {
    await watchChildren(
      context,
      recorded.map((child) => child.id),
    );
  }
  // Whoever knows one child's date must not earn fresh guesses at a sibling's by giving only that one.
  const isNothingLeftToGuess = children.every((child) => child.birthDate === null || claimed.has(child.id));
  return isNothingLeftToGuess ? answer : { ...answer, changes: [] };
}
