import { setCustomElementsManifest, type Preview } from "@storybook/web-components-vite";
import { withActions } from "storybook/actions/decorator";
import manifest from "virtual:elements-manifest";
import { argTypesOf } from "../src/manifest-controls.ts";
import { applyToolbar, toolbar, viewports } from "../src/toolbars/toolbar.ts";

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ["autodocs"],
  globalTypes: toolbar.types,
  initialGlobals: toolbar.initial,
  decorators: [
    withActions,
    (story, { globals }) => {
      applyToolbar(globals);
      return story();
    },
  ],
  parameters: {
    layout: "padded",
    controls: { expanded: true, sort: "none" },
    docs: { extractArgTypes: argTypesOf },
    viewport: { options: viewports },
    // One mistake is a failure, in the panel as in the runner.
    a11y: { test: "error" },
    actions: {
      handles: [
        "educonnect-command",
        "educonnect-navigate",
        "educonnect-replace",
        "educonnect-sign-out",
        "educonnect-link-answer",
        "educonnect-portal-choice",
        "educonnect-step-change",
        "educonnect-activated",
        "educonnect-signed-in",
        "educonnect-enter-services",
        "educonnect-error",
      ],
    },
    options: {
      storySort: {
        order: [
          "For vendors",
          "Journeys",
          ["Letter", "SMS", "FranceConnect", "Pupil", "The mail's link", "Time and network"],
          "Screens",
          "Controls",
          "Look",
        ],
      },
    },
  },
};

export default preview;
