declare module "virtual:elements-manifest" {
  const manifest: unknown;
  export default manifest;
}

declare module "virtual:elements-themes" {
  /** The text of each theme by its name. */
  const themes: Readonly<Record<string, string>>;
  export default themes;
}
