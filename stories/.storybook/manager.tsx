import * as React from "react";
import { addons, types } from "storybook/manager-api";
import { PortalPanel } from "../panel/portal-panel.tsx";

const panel = "educonnect/portal/panel";
/** Storybook's own, which journeys do without. */
const controls = "addon-controls";

// Below the story, where there is room for every tab.
addons.setConfig({ panelPosition: "bottom" });

addons.register("educonnect/portal", (api) => {
  addons.add(panel, {
    type: types.PANEL,
    title: "Portal",
    paramKey: "portal",
    // Only journeys talk to a portal.
    disabled: (parameters) => parameters?.["portal"] !== true,
    render: ({ active }) => <PortalPanel active={active === true} />,
  });
  putFirst(panel);
  api.on("storyPrepared", ({ parameters }: { readonly parameters: Readonly<Record<string, unknown>> }) => {
    const isJourney = parameters["portal"] === true;
    const selected = api.getSelectedPanel();
    if (isJourney && selected === controls) api.setSelectedPanel(panel);
    if (!isJourney && selected === panel) api.setSelectedPanel(controls);
  });
});

/** The tabs stand in the order in which panels were added, and Storybook adds its own before ours. */
function putFirst(id: string): void {
  const panels = addons.getElements(types.PANEL);
  for (const [name, added] of Object.entries(panels)) {
    if (name === id) continue;
    delete panels[name];
    panels[name] = added;
  }
}
