/** The part read here of what the analyzer writes: the schema of custom-elements-manifest 2, with every class and every private member. */
export interface RawManifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly RawDeclaration[] }[];
}

/** A thing with a name, perhaps described. */
export interface Named {
  readonly name: string;
  readonly description?: string;
}

export interface RawDeclaration extends Named {
  readonly kind: string;
  readonly members?: readonly RawMember[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly superclass?: { readonly name: string };
}

export interface RawMember extends Named {
  readonly kind: "field" | "method";
  readonly privacy?: "public" | "protected" | "private";
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
  readonly parameters?: readonly object[];
  readonly return?: { readonly type: { readonly text: string } };
}
