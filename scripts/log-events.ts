import { parseSync, Visitor, type Argument, type CallExpression, type Function } from "oxc-parser";

/** What a call of a logger may say. */
export interface LogCall {
  readonly events: readonly string[];
  readonly levels: readonly string[];
  readonly fields: readonly string[];
}

type Value = Argument | null | undefined;

/** The texts an expression may come to; null when that can't be told from it alone. */
function textsOf(value: Value): string[] | null {
  if (value?.type === "Literal" && typeof value.value === "string") return [value.value];
  if (value?.type !== "ConditionalExpression") return null;
  const [yes, no] = [textsOf(value.consequent), textsOf(value.alternate)];
  return yes && no && [...yes, ...no];
}

function isLogger(call: CallExpression, text: string): boolean {
  if (call.callee.type !== "MemberExpression") return false;
  const { object, property } = call.callee;
  const of = text.slice(object.start, object.end);
  return property.type === "Identifier" && property.name === "log" && /\blogger\b|^safeLogger\(/u.test(of);
}

const isWithin = (outer: Function, inner: CallExpression) =>
  outer.start <= inner.start && inner.end <= outer.end;

/**
 * Finds what a module logs: events and levels given as literals, as a choice between literals, as a constant of one of these, or
 * as a parameter that its callers in the module give so.
 *
 * @throws {TypeError} for an event or a level that can't be told so; write it otherwise.
 */
export function readLogCalls(path: string, text: string): LogCall[] {
  const calls: CallExpression[] = [];
  const functions: Function[] = [];
  const constants = new Map<string, string[]>();
  new Visitor({
    CallExpression: (node) => calls.push(node),
    FunctionDeclaration: (node) => functions.push(node),
    VariableDeclarator: ({ id, init }) => {
      const texts = textsOf(init);
      if (id.type === "Identifier" && texts !== null) constants.set(id.name, texts);
    },
  }).visit(parseSync(path, text).program);

  function fromCallers(call: CallExpression, name: string): string[] {
    return functions
      .filter((outer) => isWithin(outer, call))
      .flatMap((outer) => {
        const place = outer.params.findIndex((each) => each.type === "Identifier" && each.name === name);
        const callers = calls.filter(
          ({ callee }) => place >= 0 && callee.type === "Identifier" && callee.name === outer.id?.name,
        );
        return callers.flatMap((caller) => textsOf(caller.arguments[place]) ?? []);
      });
  }

  function resolve(call: CallExpression, value: Value): string[] {
    const name = value?.type === "Identifier" ? value.name : "";
    const texts = textsOf(value) ?? constants.get(name) ?? fromCallers(call, name);
    if (texts.length > 0) return texts;
    throw new TypeError(`${path}: what is logged at ${text.slice(call.start, call.end)} can't be told`);
  }

  return calls
    .filter((call) => isLogger(call, text) && call.arguments[0]?.type !== "SpreadElement")
    .map((call) => {
      const [level, event, said] = call.arguments;
      const properties = said?.type === "ObjectExpression" ? said.properties : [];
      const fields = properties.flatMap((each) =>
        each.type === "Property" && each.key.type === "Identifier" ? [each.key.name] : [],
      );
      return { levels: resolve(call, level), events: resolve(call, event), fields };
    });
}
