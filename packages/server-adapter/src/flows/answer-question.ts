import {
  evaluatePassword,
  isCalendarDate,
  asciiDigits,
  normalizePassword,
  normalizeProvisionalPassword,
  isProvisionalPassword,
  type ChildAnswer,
  type Fact,
  type Issue,
  type Question,
  type QuestionType,
} from "@educonnect-activation/core";
import { isCommonPassword } from "@educonnect-activation/core/blocklist-full";
import type { Environment } from "../environment.ts";
import type { Child } from "../ports/directory.ts";
import type { Change } from "../ports/store.ts";
import type { Attempt, AttemptBudget } from "../security/attempts.ts";
import { isEqualInConstantTime } from "../security/constant-time.ts";
import type { Flow } from "./flow.ts";
import type { FlowPerson } from "./flow-person.ts";
import { personalWords } from "./show-flow.ts";

/** What a question is answered from. */
export interface QuestionContext {
  readonly environment: Environment;
  readonly flow: Flow;
  readonly flowPerson: FlowPerson;
}

/** The answer to a question: a fact for the machine, and what must be committed with it. */
export interface Answer {
  readonly fact: Fact;
  readonly changes?: readonly Change[];
  /** The attempt that was counted for it. */
  readonly attempt?: Attempt;
  /** The lock it tells of may yet be lifted by a request under way, so it must not be kept. */
  readonly isContested?: boolean;
}

type Answers = {
  readonly [Type in QuestionType]?: (
    context: QuestionContext,
    question: Extract<Question, { type: Type }>,
  ) => Promise<Answer>;
};

/** Across accounts a child's date may be got wrong this often before answers slow down and somebody is told. */
const childCeiling: AttemptBudget = { tries: 10, lockSeconds: 86_400 };
const ceilingDelayMilliseconds = 5_000;

/** Compares a secret within its budget: counted before, forgotten after a success. */
async function compare(
  { environment }: QuestionContext,
  key: string,
  budget: AttemptBudget,
  isRight: () => Promise<boolean>,
  matched: Fact,
  mismatched: Fact,
): Promise<Answer> {
  const comparison = await environment.attempts.compare(key, budget, isRight);
  if (!comparison.isAllowed) {
    const { until, isContested } = comparison;
    return { fact: { type: "budgetSpent", until }, isContested };
  }
  const { attempt } = comparison;
  return comparison.isRight
    ? { fact: matched, attempt, changes: environment.attempts.changesToForget(key) }
    : { fact: mismatched, attempt };
}

/** The ISO date at the server, one day ahead, so that no time zone makes today a future date. */
function latestDate(at: number): string {
  return new Date((at + 86_400) * 1000).toISOString().slice(0, 10);
}

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
    } else if (answer.birthDate > latestDate(at)) {
      issues.push({ code: "birth_date_in_future", field: "birthDate", childId });
    }
  }
  return issues;
}

/** Guesses at one child's date from many accounts delay each further answer; the true parent is never shut out. */
async function watchChildren({ environment }: QuestionContext, childIds: readonly string[]): Promise<void> {
  const attempts = await Promise.all(
    childIds.map((childId) => environment.attempts.take(`child:${childId}`, childCeiling)),
  );
  if (attempts.every((attempt) => attempt.isAllowed)) return;
  environment.logger.log("warn", "child_ceiling_reached");
  await environment.wait(ceilingDelayMilliseconds);
}

const answers: Answers = {
  async checkChildren(context, { answers: given }) {
    const { environment, flow, flowPerson } = context;
    const children = await flowPerson.children();
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
    const answer = await compare(
      context,
      `children:${flow.state.subject}`,
      environment.policy.failures.children,
      async () =>
        recorded
          .map((child) => isEqualInConstantTime(claimed.get(child.id) ?? "", child.birthDate ?? ""))
          .every((isEqual) => isEqual),
      matched,
      { type: "childrenMismatched" },
    );
    if (answer.fact.type === "childrenMismatched") {
      await watchChildren(
        context,
        recorded.map((child) => child.id),
      );
    }
    // Whoever knows one child's date must not earn fresh guesses at a sibling's by giving only that one.
    const isNothingLeftToGuess = children.every((child) => child.birthDate === null || claimed.has(child.id));
    return isNothingLeftToGuess ? answer : { ...answer, changes: [] };
  },

  async checkBirthDate(context, { birthDate }) {
    const { environment, flow } = context;
    const recorded = await environment.directory.findBirthDate(flow.state.subject ?? "");
    const incomplete = (code: string): Answer => ({
      fact: { type: "birthDateIncomplete", issues: [{ code, field: "birthDate" }] },
    });
    if (recorded === null) return incomplete("birth_date_unrecorded");
    if (!isCalendarDate(birthDate)) return incomplete("birth_date_impossible");
    if (birthDate > latestDate(environment.clock.now())) return incomplete("birth_date_in_future");
    return compare(
      context,
      `birth-date:${flow.state.subject}`,
      environment.policy.failures.birthDate,
      async () => isEqualInConstantTime(birthDate, recorded),
      { type: "birthDateMatched" },
      { type: "birthDateMismatched" },
    );
  },

  async hashPassword({ environment, flowPerson }, { password }) {
    const evaluation = evaluatePassword(password, environment.passwordPolicy, {
      personal: await personalWords(flowPerson),
      isCommon: isCommonPassword,
    });
    const reject = (issues: readonly Issue[]): Answer => ({
      fact: { type: "passwordRejected", issues: issues.map((issue) => ({ ...issue, field: "password" })) },
    });
    if (!evaluation.acceptable) return reject(evaluation.issues);
    const normalized = normalizePassword(password);
    const { provisionalHash } = await flowPerson.account();
    // The hash is only worth its time for what has a letter password's shape.
    const provisional = normalizeProvisionalPassword(normalized);
    if (
      provisionalHash !== null &&
      isProvisionalPassword(provisional) &&
      (await environment.passwordHasher.verify(provisionalHash, provisional))
    ) {
      return reject([{ code: "password_is_provisional" }]);
    }
    return {
      fact: { type: "passwordAccepted", credential: await environment.passwordHasher.hash(normalized) },
    };
  },

  async checkEmailCode(context, { code }) {
    const { environment, flow } = context;
    const { store, vault } = environment;
    const digits = asciiDigits(code).replace(/\D/g, "");
    let used: Change | undefined;
    const answer = await compare(
      context,
      // By person: giving the flow up and beginning another must not give five more tries.
      `email-code:${flow.state.subject}`,
      environment.policy.failures.emailConfirmation,
      async () => {
        for (const key of await vault.lookupKeys("email-code", `${flow.id}:${digits}`)) {
          const [link] = await store.find("email_links", { where: { code_key: key, status: "open" } });
          if (!link || link.expires_at <= environment.clock.now()) continue;
          if (link.generation !== flow.state.emailGeneration) continue;
          used = {
            type: "update",
            table: "email_links",
            where: { token_key: link.token_key, status: "open" },
            set: { status: "used" },
            expect: 1,
          };
          return true;
        }
        return false;
      },
      { type: "emailCodeMatched" },
      { type: "emailCodeMismatched" },
    );
    return used ? { ...answer, changes: [...(answer.changes ?? []), used] } : answer;
  },
};

/**
 * Answers a question of the machine from the ports, outside any transaction.
 *
 * @returns null when this deployment has wired no route that asks it.
 * @throws {HasherBusyError} while too many passwords wait to be hashed.
 */
export function answerQuestion<Type extends QuestionType>(
  context: QuestionContext,
  type: Type,
  question: Extract<Question, { type: Type }>,
): Promise<Answer> | null {
  const answer: Answers[Type] = answers[type];
  return answer ? answer(context, question) : null;
}
