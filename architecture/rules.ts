import type { Rule } from "./rule.ts";
import { dependencyRules } from "./rules/dependency-rules.ts";
import { elementRules } from "./rules/element-rules.ts";
import { endpointRules } from "./rules/endpoint-rules.ts";
import { entryPointRules } from "./rules/entry-point-rules.ts";
import { fileRules } from "./rules/file-rules.ts";
import { layerRules } from "./rules/layer-rules.ts";

export const rules: readonly Rule[] = [
  ...dependencyRules,
  ...elementRules,
  ...endpointRules,
  ...entryPointRules,
  ...fileRules,
  ...layerRules,
];
