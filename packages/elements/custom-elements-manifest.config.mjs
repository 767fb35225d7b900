/** How the analyzer reads the sources; scripts/manifest/ makes the published manifest of what it finds. */
export default {
  globs: ["src/**/*.ts"],
  exclude: ["src/strength/**"],
  litelement: true,
  packagejson: false,
};
