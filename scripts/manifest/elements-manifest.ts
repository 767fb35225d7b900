/** The manifest that is published: the elements alone, with what a host may use of them (custom-elements-manifest 2.1). */
export interface ElementsManifest {
  readonly schemaVersion: "2.1.0";
  readonly readme: string;
  readonly modules: readonly ManifestModule[];
}

export interface ManifestModule {
  readonly kind: "javascript-module";
  readonly path: string;
  readonly declarations: readonly ElementDeclaration[];
  readonly exports: readonly ManifestExport[];
}

interface ManifestExport {
  readonly kind: "js" | "custom-element-definition";
  readonly name: string;
  readonly declaration: { readonly name: string; readonly module: string };
}

interface Described {
  readonly name: string;
  readonly description?: string;
}

interface Typed {
  readonly type: { readonly text: string };
  readonly default?: string;
}

/** One element: every name is sorted as the sources have it, the element's own before what it inherits. */
export interface ElementDeclaration extends Described {
  readonly kind: "class";
  readonly customElement: true;
  readonly tagName: string;
  readonly members: readonly (ElementProperty | ElementMethod)[];
  readonly attributes: readonly ElementAttribute[];
  readonly events: readonly ElementEvent[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly (Described & { readonly default: string })[];
}

export interface ElementProperty extends Described, Typed {
  readonly kind: "field";
  readonly attribute?: string;
}

export interface ElementMethod extends Described {
  readonly kind: "method";
  readonly return: { readonly type: { readonly text: string } };
}

export interface ElementAttribute extends Described, Typed {
  readonly fieldName: string;
}

export interface ElementEvent extends Described {
  readonly type: { readonly text: string };
}

/** The elements of a manifest. */
export function elementsOf({ modules }: ElementsManifest): ElementDeclaration[] {
  return modules.flatMap(({ declarations }) => declarations);
}
