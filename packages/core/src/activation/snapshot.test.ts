import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SnapshotError } from "../errors.ts";
import { defaultPlans } from "./plan.ts";
import { readSnapshot, writeSnapshot } from "./snapshot.ts";
import { startFlow } from "./transition.ts";
import { explorePlan } from "./verification/explore-plan.ts";
import { smallPolicy } from "./verification/small-policy.ts";

const states = Object.values(defaultPlans).flatMap((plan) =>
  explorePlan(plan, smallPolicy).states.map(({ state }) => state),
);

const refusalOf = (text: string): unknown => {
  try {
    readSnapshot(text);
  } catch (error) {
    return error;
  }
  return null;
};

/** Every way to take one part out of a value, or to put another kind of value in its place. */
function* damages(value: unknown): Generator {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const damaged of damages(item)) yield value.with(index, damaged);
    }
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    yield { ...value, [name]: typeof item === "object" && item !== null ? 7 : { odd: true } };
    for (const damaged of damages(item)) yield { ...value, [name]: damaged };
  }
}

describe("snapshots", () => {
  it("read back every state that a plan can reach", () => {
    expect(states.length).toBeGreaterThan(500);
    for (const state of states) expect(readSnapshot(writeSnapshot(state))).toEqual(state);
  });

  it("refuse a state with a part missing or of another kind", () => {
    const optional = new Set<string>();
    const samples = states.filter((state, index) => index % 97 === 0 || state.condition === "refused");
    for (const state of samples) {
      for (const damaged of damages(state)) {
        const text = JSON.stringify(damaged);
        const error = refusalOf(text);
        if (error === null) optional.add(JSON.stringify(difference(state, JSON.parse(text))));
        else expect(error).toBeInstanceOf(SnapshotError);
      }
    }
    // A counter, a lock or an issue's field may be absent: nothing was counted, locked or said then.
    for (const what of optional) expect(what).toMatch(/failures|sent|locks|issues/);
  });

  it("never throw anything else, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(refusalOf(text)).toMatchObject({ name: "SnapshotError", code: "snapshot_malformed" });
      }),
    );
  });

  it.each([2, 0, 99])("name version %d that they can't read", (version) => {
    const state = { ...startFlow(defaultPlans.sms, 0), version };
    expect(refusalOf(JSON.stringify(state))).toMatchObject({
      code: "snapshot_version_unknown",
      message: expect.stringContaining(String(version)),
    });
  });

  it.each(["", "{", "null", "[]", "7", '"awaiting"', "{}", '{"condition":"constructor","version":1}'])(
    "refuse %j",
    (text) => {
      expect(refusalOf(text)).toMatchObject({ code: "snapshot_malformed" });
    },
  );

  it("hold plain JSON that a cut ruins", () => {
    const text = writeSnapshot(startFlow(defaultPlans.sms, 0));
    for (let length = 0; length < text.length; length += 1) {
      expect(refusalOf(text.slice(0, length))).toMatchObject({ code: "snapshot_malformed" });
    }
  });
});

function difference(
  whole: Readonly<Record<string, unknown>> | object,
  part: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(whole)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(part[name]))
    .map(([name]) => name);
}
