import { elementsOf, type ElementDeclaration, type ElementsManifest } from "./elements-manifest.ts";

const head = "// Generated from the manifest of the elements: `pnpm manifest` writes it anew.";
const elements = "@educonnect-activation/elements";

const union = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(" | ") || "never";

/** The generic arguments that say all of an element: its class, the names of its properties and of its events. */
function argumentsOf({ name, members, events }: ElementDeclaration): string {
  const properties = members.filter((member) => member.kind === "field").map((member) => member.name);
  return [name, union(properties), union(events.map((event) => event.name))].join(", ");
}

function importsOf(declarations: readonly ElementDeclaration[]): string {
  const names = [
    ...declarations.map(({ name }) => name),
    "EduconnectEventMap",
    "LanguageEventMap",
    "WizardEventMap",
  ].toSorted();
  return `import type {\n${names.map((name) => `  ${name},\n`).join("")}} from "${elements}";`;
}

const shared = `interface Events extends EduconnectEventMap, LanguageEventMap, WizardEventMap {}

type Properties<Class, Property extends keyof Class> = { [Name in Property]?: Class[Name] | undefined };`;

/**
 * Makes the declarations that tell a framework's templates what the elements take and send, by the name of the file. The types are those
 * of the classes; the manifest says which of their members there are for a host.
 */
export function createTypings(manifest: ElementsManifest): Readonly<Record<string, string>> {
  const declarations = elementsOf(manifest).toSorted((left, right) =>
    left.tagName < right.tagName ? -1 : 1,
  );
  const imports = importsOf(declarations);
  const entries = (indent: string, line: (element: ElementDeclaration) => string) =>
    declarations
      .map((element) => `${indent}${JSON.stringify(element.tagName)}: ${line(element)};\n`)
      .join("");

  return {
    "react.generated.d.ts": `${head}
import type { DetailedHTMLProps, HTMLAttributes } from "react";
${imports}

${shared}

/** React 19 sets properties by their names, and listens to an event under its name after \`on\`. */
type Tag<Class, Property extends keyof Class, Event extends keyof Events> = Omit<
  DetailedHTMLProps<HTMLAttributes<Class>, Class>,
  Property
> &
  Properties<Class, Property> & {
    [Name in Event as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined;
  };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
${entries("      ", (element) => `Tag<${argumentsOf(element)}>`)}    }
  }
}
`,
    "vue.generated.d.ts": `${head}
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
${imports}

${shared}

/** Vue 3 reads what a component takes and emits from its instance; \`@\` before the name listens to an event. */
type Component<Class, Property extends keyof Class, Event extends keyof Events> = new () => Class & {
  $props: Omit<HTMLAttributes, Property> & PublicProps & Properties<Class, Property>;
  $emit: EmitFn<{ [Name in Event]: (event: Events[Name]) => void }>;
};

declare module "vue" {
  interface GlobalComponents {
${entries("    ", (element) => `Component<${argumentsOf(element)}>`)}  }
}
`,
    "svelte.generated.d.ts": `${head}
import type { HTMLAttributes } from "svelte/elements";
${imports}

${shared}

/** Svelte 5 sets properties by their names, and listens to an event under its name after \`on\`. */
type Tag<Class extends EventTarget, Property extends keyof Class, Event extends keyof Events> = Omit<
  HTMLAttributes<Class>,
  Property
> &
  Properties<Class, Property> & {
    [Name in Event as \`on\${Name}\`]?: ((event: Events[Name]) => void) | null | undefined;
  };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
${entries("    ", (element) => `Tag<${argumentsOf(element)}>`)}  }
}
`,
    "angular.generated.d.ts": `${head}
${imports}

interface Events extends EduconnectEventMap, LanguageEventMap, WizardEventMap {}

/** Angular, with \`CUSTOM_ELEMENTS_SCHEMA\`, takes the types of elements and of their events from the DOM's own maps. */
declare global {
  interface HTMLElementTagNameMap {
${entries("    ", ({ name }) => name)}  }
  interface HTMLElementEventMap extends Events {}
}
`,
  };
}
