import type {
  ElementAttribute,
  ElementDeclaration,
  ElementsManifest,
  ManifestModule,
} from "./elements-manifest.ts";
import type { Named, RawDeclaration, RawManifest, RawMember } from "./raw-manifest.ts";
import type { SourceTexts } from "./source-texts.ts";

/** Custom properties of the theme with what each is for and its default. */
export type Tokens = ElementDeclaration["cssProperties"];

const elementsWithScreens = new Set(["EduconnectActivation", "EduconnectConfirmationLink"]);

/**
 * Keeps of what the analyzer found what a host may use: public members of the elements that have a tag, with types spelt out.
 *
 * The wizard and the page of a mail's link render screens inside their own root: the screens' parts are theirs too.
 *
 * @throws TypeError when a registered class or an event's type is not found.
 */
export function publishManifest(raw: RawManifest, texts: SourceTexts, tokens: Tokens): ElementsManifest {
  const classes = new Map(
    raw.modules.flatMap(({ path, declarations }) =>
      declarations.map((found) => [found.name, { path, found }] as const),
    ),
  );
  const partsOf = (name: string): readonly Named[] => [
    ...(classes.get(name)?.found.cssParts ?? []),
    ...[...(texts.compositions.get(name) ?? [])].flatMap((part) => classes.get(part)?.found.cssParts ?? []),
  ];
  const screenParts = [...texts.definitions.keys()].flatMap(partsOf);
  const modules = [...texts.definitions].flatMap(([name, { tag, module }]): ManifestModule[] => {
    const { found, path } = classes.get(name) ?? {};
    if (found === undefined || path === undefined) throw new TypeError(`the analyzer does not know ${name}`);
    const parts = [...partsOf(name), ...(elementsWithScreens.has(name) ? screenParts : [])];
    const members = (found.members ?? []).filter((member) => isPublic(member) && isOf(name, member, texts));
    const declaration: ElementDeclaration = {
      kind: "class",
      customElement: true,
      tagName: tag,
      ...describeOne(found),
      members: members.map((member) => describeMember(member, texts)),
      attributes: members.flatMap((member) => describeAttribute(member, texts)),
      events: describe(found.events).map((event) => ({
        ...event,
        type: { text: typeOfEvent(event.name, texts) },
      })),
      slots: describe(found.slots),
      cssParts: describe(parts),
      cssProperties: tokens,
    };
    const reference = { name, module: path.replace(/^src\/(.*)\.ts$/u, "dist/$1.js") };
    return [
      {
        kind: "javascript-module",
        path: reference.module,
        declarations: [declaration],
        exports: [{ kind: "js", name, declaration: reference }],
      },
      {
        kind: "javascript-module",
        path: module,
        declarations: [],
        exports: [{ kind: "custom-element-definition", name: tag, declaration: reference }],
      },
    ];
  });
  return { schemaVersion: "2.1.0", readme: "", modules };
}

function isPublic({ privacy, static: isStatic, name, kind, type }: RawMember): boolean {
  // A field without a type of its own is an accessor's other half, or the class's own business.
  return (
    privacy !== "protected" &&
    privacy !== "private" &&
    isStatic !== true &&
    !name.startsWith("#") &&
    (kind === "method" || type !== undefined)
  );
}

/** Leaves out what is public for the kit's own code alone, and what a base has for elements that take in a set of properties this one does not. */
function isOf(element: string, { name }: RawMember, texts: SourceTexts): boolean {
  if (texts.internalMembers.has(name)) return false;
  const sets = [...texts.propertySets].filter(([, names]) => names.includes(name)).map(([set]) => set);
  return (
    sets.length === 0 || [name, ...sets].some((each) => texts.compositions.get(element)?.has(each) === true)
  );
}

function describeMember(member: RawMember, texts: SourceTexts): ElementDeclaration["members"][number] {
  if (member.kind === "method") {
    return { ...describeOne(member), kind: "method", return: member.return ?? { type: { text: "void" } } };
  }
  return {
    ...describeOne(member),
    kind: "field",
    ...typed(member, texts),
    ...(member.attribute !== undefined && { attribute: member.attribute }),
  };
}

function describeAttribute(member: RawMember, texts: SourceTexts): ElementAttribute[] {
  if (member.kind !== "field" || member.attribute === undefined) return [];
  return [
    { ...describeOne(member), name: member.attribute, fieldName: member.name, ...typed(member, texts) },
  ];
}

function typed({ type, default: value }: RawMember, { choices }: SourceTexts) {
  const text = (type?.text ?? "unknown").replaceAll(
    /\b[A-Z]\w+\b(?!\[|<)/gu,
    (name) => choices.get(name) ?? name,
  );
  // What is nothing to Lit's templates is undefined to everybody else.
  return {
    type: { text },
    ...(value !== undefined && { default: value === "nothing" ? "undefined" : value }),
  };
}

function typeOfEvent(name: string, { eventTypes }: SourceTexts): string {
  const type = eventTypes.get(name);
  if (type === undefined) throw new TypeError(`no map of events names ${name}`);
  return type;
}

/** Without where a thing comes from, and each name once: the nearest says most. */
function describe(things: readonly Named[] = []): Named[] {
  return Array.from(
    new Map(things.toReversed().map((thing) => [thing.name, describeOne(thing)])).values(),
  ).toReversed();
}

function describeOne({ name, description }: Named | RawDeclaration): Named {
  return {
    name,
    ...(description !== undefined && { description: description.replaceAll(/\s*\n(?!\n)\s*/gu, " ") }),
  };
}
