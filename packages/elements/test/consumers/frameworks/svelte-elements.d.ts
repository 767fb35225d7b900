/** As much of Svelte's own types as the elements' declarations name, so that Svelte need not be installed to check them. */
export interface HTMLAttributes<Element extends EventTarget> {
  class?: unknown;
  id?: string | undefined | null;
  onclick?: ((event: MouseEvent & { currentTarget: Element }) => void) | undefined | null;
}
export interface SvelteHTMLElements {
  [name: string]: { readonly [name: string]: unknown };
}
