import { render } from "lit/html.js";

/** How a property of an element behaves. */
export interface PropertyDeclaration {
  /** Its attribute; by default its name in lower case, false for none. */
  readonly attribute?: string | boolean;
  /** What an attribute's text becomes; text by default. */
  readonly type?: BooleanConstructor | NumberConstructor;
  /** True for what only the element itself sets, which has no attribute. */
  readonly state?: boolean;
}

/** The properties of a class, by name, besides those of the classes it extends. */
export type PropertyDeclarations = Readonly<Record<string, PropertyDeclaration>>;

/** What has changed since the last rendering: each name with the value before, undefined at the first. */
export type PropertyValues = Map<string, unknown>;

type AttributeReader = (element: object, text: string | null) => void;

const attributesOf = new WeakMap<object, Map<string, AttributeReader>>();

function readAttribute(text: string | null, type: PropertyDeclaration["type"]): unknown {
  if (type === Boolean) return text !== null;
  return type === Number && text !== null ? Number(text) : text;
}

// Classes can be imported where there is no DOM; only a page makes elements of them.
const Base: typeof HTMLElement = Reflect.get(globalThis, "HTMLElement") ?? Object;

/**
 * An element that renders itself again, once, after its properties have changed.
 *
 * What the kit needs of Lit's `LitElement`, under the same names, with the same order of callbacks, for a third of its weight:
 * properties set before the definition are kept, the first rendering waits for the connection, changes made by `willUpdate` are part of
 * the rendering under way, those made by `updated` ask for another.
 */
export abstract class ReactiveElement extends Base {
  static readonly properties: PropertyDeclarations = {};

  /** Read once, when the element is defined: gives the class its accessors. */
  static get observedAttributes(): string[] {
    const readers = new Map<string, AttributeReader>();
    attributesOf.set(this.prototype, readers);
    for (
      let owner = this.prototype;
      owner !== ReactiveElement.prototype;
      owner = Object.getPrototypeOf(owner)
    ) {
      const { constructor } = owner;
      if (!Object.hasOwn(constructor, "properties")) continue;
      const declarations: PropertyDeclarations = Reflect.get(constructor, "properties");
      for (const [name, { attribute = name.toLowerCase(), type, state }] of Object.entries(declarations)) {
        if (typeof attribute === "string" && !state) {
          readers.set(attribute, (element, text) => Reflect.set(element, name, readAttribute(text, type)));
        }
        Object.defineProperty(owner, name, {
          configurable: true,
          get(this: ReactiveElement) {
            return this.#values[name];
          },
          set(this: ReactiveElement, value: unknown) {
            this.#set(name, value);
          },
        });
      }
    }
    return [...readers.keys()];
  }

  /** Where it renders: its shadow root, or itself. */
  renderRoot: HTMLElement | DocumentFragment = this;
  /** Whether it has been rendered. */
  hasUpdated = false;
  #start: () => void = () => undefined;
  /** Settles with the rendering that is due; before the element is connected, with its first. */
  updateComplete: Promise<void> = new Promise<void>((resolve) => {
    this.#start = resolve;
  }).then(() => this.#update());
  readonly #values: Record<string, unknown> = {};
  /** What was set on the element before it was defined. */
  readonly #early: Record<string, unknown> = {};
  #changed: PropertyValues = new Map();
  #isPending = true;

  constructor() {
    super();
    for (const [name, value] of Object.entries(this)) {
      if (!(name in Object.getPrototypeOf(this))) continue;
      this.#early[name] = value;
      Reflect.deleteProperty(this, name);
    }
  }

  connectedCallback(): void {
    if (!this.hasUpdated) this.renderRoot = this.createRenderRoot();
    this.#start();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(name: string, _before: string | null, text: string | null): void {
    attributesOf.get(Object.getPrototypeOf(this))?.get(name)?.(this, text);
  }

  /** Asks for a rendering; all that is asked for until it happens is one. */
  requestUpdate(): void {
    if (this.#isPending) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => this.#update());
  }

  protected createRenderRoot(): HTMLElement | DocumentFragment {
    return this.shadowRoot ?? this.attachShadow({ mode: "open" });
  }

  /** Draws what the properties say. */
  protected abstract render(): unknown;

  /** Before a rendering: what it sets is part of it. */
  protected willUpdate(_changed: PropertyValues): void {}

  /** After each rendering. */
  protected updated(_changed: PropertyValues): void {}

  #set(name: string, value: unknown): void {
    const before = this.#values[name];
    if (Object.is(before, value)) return;
    this.#values[name] = value;
    if (!this.#changed.has(name)) this.#changed.set(name, before);
    this.requestUpdate();
  }

  #update(): void {
    if (!this.hasUpdated) Object.assign(this, this.#early);
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      render(this.render(), this.renderRoot, { host: this });
    } finally {
      this.#changed = new Map();
      this.#isPending = false;
    }
    this.hasUpdated = true;
    this.updated(changed);
  }
}
