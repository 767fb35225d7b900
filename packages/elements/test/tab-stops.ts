/** Whether something should take part in the Tab order: all that can be used, but of radio buttons of a name one. */
function isStop(element: HTMLElement): boolean {
  if (!element.checkVisibility() || element.closest("[aria-hidden=true]") !== null) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot || root instanceof Document)) return true;
  const group = [...root.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
    ({ name, form }) => name === element.name && form === element.form,
  );
  return element === (group.find(({ checked }) => checked) ?? group[0]);
}

/** What Tab should lead to, in the order of the text; a group of radio buttons once. */
export function expectedStops(root: ParentNode): HTMLElement[] {
  const all = root.querySelectorAll<HTMLElement>("a[href], button, input, summary, select, textarea");
  return [...all].filter(isStop);
}

/** What has the focus, inside shadow roots too. */
export function focusedElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** A few words for an element, for the messages of tests. */
export function describeElement(element: Element | null): string {
  if (element === null) return "nothing";
  const text = element.textContent?.replaceAll(/\s+/gu, " ").trim().slice(0, 30) ?? "";
  const name = element.getAttribute("name") ?? text;
  return `<${element.localName}> ${name}`.trim();
}
