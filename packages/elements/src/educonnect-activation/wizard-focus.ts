/** Tells whether the focus may be moved without taking it from something else of the page. */
export function isFocusFree(wizard: Element): boolean {
  let active = document.activeElement;
  if (active === document.body || active === document.documentElement) return true;
  // For whoever looks from outside, a shadow root's host has the focus; inside, what has it may be the wizard or in it.
  while (active !== null && !wizard.contains(active)) active = active.shadowRoot?.activeElement ?? null;
  return active !== null || document.activeElement === null;
}
