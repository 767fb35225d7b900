import * as React from "react";
import { addons, types } from "storybook/manager-api";
import { PortalPanel } from "../panel/portal-panel.tsx";

addons.setConfig({ panelPosition: "right" });

addons.register("educonnect/portal", () => {
  addons.add("educonnect/portal/panel", {
    type: types.PANEL,
    title: "Portal",
    paramKey: "portal",
    render: ({ active }) => <PortalPanel active={active === true} />,
  });
});
