/** The innermost element that has the focus, whatever the shadow roots around it. */
function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Tells whether the focus may be moved without taking it from something else of the page. */
export function isFocusFree(wizard: Element): boolean {
  const active = deepActiveElement();
  if (active === null || active === document.body || active === document.documentElement) return true;
  // A shadow root's host has the focus too, for whoever looks from outside.
  return document.activeElement === wizard || wizard.contains(active) || hostsOf(active).includes(wizard);
}

function hostsOf(element: Element): Element[] {
  const hosts: Element[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    hosts.push(root.host);
  }
  return hosts;
}
