import type { StorybookConfig } from "@storybook/web-components-vite";
import { msw } from "msw/vite";
import remarkGfm from "remark-gfm";
import { elementsFiles } from "./elements-files.ts";

const config: StorybookConfig = {
  framework: "@storybook/web-components-vite",
  stories: ["../src/**/*.stories.ts", "../src/**/*.mdx"],
  addons: [
    {
      name: "@storybook/addon-docs",
      // MDX alone knows no tables.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    "@storybook/addon-a11y",
  ],
  // Who opens this has come to see the kit, not to learn Storybook.
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    // The worker script is served, and emitted into the build, from the package: none is kept here.
    plugins: [...(vite.plugins ?? []), msw({ mode: "worker-only" }), elementsFiles()],
    resolve: { ...vite.resolve, conditions: ["educonnect-source", "browser", "module", "import", "default"] },
    // Of a page that designers open, no budget: the real handler and what it imports are in it.
    build: { ...vite.build, chunkSizeWarningLimit: 4096 },
  }),
};

export default config;
