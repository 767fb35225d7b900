import type { Meta, StoryContext, StoryObj } from "@storybook/web-components-vite";
import { addons } from "storybook/preview-api";
import { closeWorld, currentWorld, followAnswers, openWorld } from "./current-world.ts";
import { portalAct, portalNews, readNews, type PortalAct } from "./deliveries.ts";
import { familyNames, familyTitle } from "./families.ts";
import { JourneyStage } from "./journey-stage.ts";
import { PortalWorld } from "./portal-world.ts";
import { failures, ordinaryScene, type Scene } from "./scene.ts";

/** A story of the whole wizard, played in a scene. */
export type JourneyStory = StoryObj<Scene>;

let stage: JourneyStage | null = null;

function tellNews(): void {
  const world = currentWorld();
  if (world === null) return;
  void readNews(world).then((news) => addons.getChannel().emit(portalNews, news));
}

function act(asked: PortalAct): void {
  const world = currentWorld();
  if (world === null) return;
  switch (asked.type) {
    case "followLink":
      void stage?.followLink();
      break;
    case "advance":
      world.advance(asked.seconds);
      stage?.reload();
      break;
    case "startAgain":
      addons.getChannel().emit("forceRemount", { storyId: stage?.story });
      break;
  }
}

/** The world that the loader opened for a story. */
export function worldOf({ loaded }: { readonly loaded: Readonly<Record<string, unknown>> }): PortalWorld {
  const { world } = loaded;
  if (world instanceof PortalWorld) return world;
  throw new TypeError("The story was not loaded with a portal.");
}

const select = (name: string, labels: Readonly<Record<string, string>>) => ({
  name,
  options: Object.keys(labels),
  control: { type: "select", labels } as const,
});

/** What stories of journeys share: the portal, its panel, and the wizard with what lies beside it. */
export const journeyMeta = {
  args: ordinaryScene,
  argTypes: {
    family: select("Family", Object.fromEntries(familyNames.map((name) => [name, familyTitle(name)]))),
    method: select("ActivationMethod", {
      letter: "Letter",
      sms: "SMS",
      franceConnect: "FranceConnect",
      pupil: "Pupil",
    }),
    failure: select("Failure", failures),
    latency: { name: "Latency (ms)", control: { type: "number", min: 0, max: 60_000, step: 500 } },
  },
  parameters: { portal: true, controls: { disable: true } },
  loaders: [
    async ({ id, args }: StoryContext<Scene>) => ({
      world: await openWorld(id, { ...ordinaryScene, ...args }),
    }),
  ],
  beforeEach() {
    const channel = addons.getChannel();
    channel.on(portalAct, act);
    followAnswers(tellNews);
    tellNews();
    return () => {
      channel.off(portalAct, act);
      stage?.close();
      stage = null;
      closeWorld();
    };
  },
  render(_, context) {
    const world = worldOf(context);
    if (stage === null || !stage.isOf(world, context.globals))
      stage = new JourneyStage(context.id, world, context.globals);
    stage.speak(context.globals);
    return stage.element;
  },
} satisfies Meta<Scene>;
