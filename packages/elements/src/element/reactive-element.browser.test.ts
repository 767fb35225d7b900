import { expect } from "chai";
import { html } from "lit/html.js";
import { ReactiveElement, type PropertyDeclarations, type PropertyValues } from "./reactive-element.ts";

class Named extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    name: {},
    size: { type: Number, attribute: "in-size" },
  };
  declare name: string | null;
  declare size: number | null;
  readonly drawn: string[] = [];

  constructor() {
    super();
    this.name = "nobody";
    this.size = 1;
  }

  protected override render(): unknown {
    this.drawn.push(`${this.name} ${this.size}`);
    return html`<b>${this.name}</b>`;
  }
}

class Derived extends Named {
  static override properties: PropertyDeclarations = {
    open: { type: Boolean },
    data: { attribute: false },
    title2: { state: true },
  };
  declare open: boolean;
  declare data: unknown;
  declare title2: string;
  readonly changes: PropertyValues[] = [];

  constructor() {
    super();
    this.open = false;
    this.data = null;
    this.title2 = "";
  }

  protected override willUpdate(): void {
    this.title2 = `${this.name}!`;
  }

  protected override updated(changed: PropertyValues): void {
    this.changes.push(new Map(changed));
    if (this.size === 100) this.size = 101;
  }
}

class Failing extends Named {
  protected override render(): unknown {
    if (this.name === "broken") throw new RangeError("broken");
    return super.render();
  }
}

function create<Element>(type: new () => Element): Element {
  return new type();
}

describe("a reactive element", () => {
  before(() => {
    customElements.define("test-derived", Derived);
    customElements.define("test-failing", Failing);
  });

  it("observes the attributes of its class and of those it extends", () => {
    expect(Derived.observedAttributes).to.have.members(["name", "in-size", "open"]);
  });

  it("reads texts, numbers and switches from attributes, and their absence", async () => {
    const element = create(Derived);
    document.body.append(element);
    element.setAttribute("in-size", "12");
    element.toggleAttribute("open", true);
    element.setAttribute("name", "Marie");
    expect([element.size, element.open, element.name]).to.deep.equal([12, true, "Marie"]);
    for (const name of ["in-size", "open", "name"]) element.removeAttribute(name);
    expect([element.size, element.open, element.name]).to.deep.equal([null, false, null]);
    element.remove();
  });

  it("draws once for all changes, only once connected, and not for an equal value", async () => {
    const element = create(Derived);
    element.name = "Marie";
    await Promise.resolve();
    expect(element.drawn).to.deep.equal([]);
    document.body.append(element);
    element.size = 2;
    await element.updateComplete;
    expect(element.drawn).to.deep.equal(["Marie 2"]);
    element.size = 2;
    element.size = Number("2");
    await element.updateComplete;
    expect(element.drawn.length).to.equal(1);
    expect(element.renderRoot.textContent).to.equal("Marie");
    element.remove();
  });

  it("tells what has changed: undefined before the first drawing, then the value before", async () => {
    const element = create(Derived);
    document.body.append(element);
    await element.updateComplete;
    expect(element.changes[0]?.has("name")).to.equal(true);
    expect(element.changes[0]?.get("name")).to.equal(undefined);
    element.name = "a";
    element.name = "b";
    await element.updateComplete;
    expect(element.changes[1]?.get("name")).to.equal("nobody");
    expect(element.changes[1]?.get("title2")).to.equal("nobody!");
    expect(element.changes.length).to.equal(2);
    element.remove();
  });

  it("draws again for what is set after a drawing", async () => {
    const element = create(Derived);
    document.body.append(element);
    element.size = 100;
    await element.updateComplete;
    await element.updateComplete;
    expect(element.drawn).to.deep.equal(["nobody 100", "nobody 101"]);
    element.remove();
  });

  it("keeps what was set before it was defined, whatever its constructor and attributes say", async () => {
    class Late extends Named {}
    const element = document.createElement("test-late");
    element.setAttribute("name", "attribute");
    Object.assign(element, { name: "early", unknown: 1 });
    document.body.append(element);
    customElements.define("test-late", Late);
    if (!(element instanceof Late)) throw new Error("not upgraded");
    await element.updateComplete;
    expect(element.name).to.equal("early");
    element.name = "later";
    await element.updateComplete;
    expect(element.drawn).to.deep.equal(["early 1", "later 1"]);
    expect(Reflect.get(element, "unknown")).to.equal(1);
    element.remove();
  });

  it("reports what a drawing throws, and draws again after the next change", async () => {
    const element = create(Failing);
    document.body.append(element);
    await element.updateComplete;
    element.name = "broken";
    const failure = await element.updateComplete.then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(RangeError);
    element.name = "mended";
    await element.updateComplete;
    expect(element.renderRoot.textContent).to.equal("mended");
    element.remove();
  });
});
