/** Registers an element once: where there is a DOM, and where the name is still free. */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (globalThis.customElements?.get(name) === undefined) globalThis.customElements?.define(name, element);
}
