import type { ServicesResponse } from "@educonnect-activation/core";
import { describeScreen, withIssues, type ScreenMeta, type ScreenStory, lazilySet } from "../screen-story.ts";
import { sampleServices } from "../sample-services.ts";
import * as common from "../common-states.ts";
import "@educonnect-activation/elements/define/services";

const { now } = common;
const tag = "educonnect-services";
const data: ServicesResponse = {
  ...sampleServices,
  session: { givenName: "Claire", familyName: "Martin", now, expiresAt: now + 1200, endsAt: now + 3600 },
};
const meta: ScreenMeta<typeof tag> = { ...describeScreen(tag, { data }), title: "Screens/Services" };
export default meta;
type Story = ScreenStory<typeof tag>;

export const Filled: Story = {};
export const Loading: Story = { args: { data: null } };
export const NothingOpen: Story = { args: { data: { ...data, services: [], news: [], message: null } } };
export const LongNames: Story = {
  args: {
    data: {
      ...data,
      session: {
        ...data.session,
        givenName: "Marie-Apolline-Victoire-Emmanuelle",
        familyName: "Martin-de La Rochefoucauld-Montbel",
      },
      message: `${"Réunion d'information sur l'anticonstitutionnellement-long-nom-du-dispositif. ".repeat(6)}\n\nMerci.`,
      services: data.services.map((service) => ({
        ...service,
        title: `${service.title} de-la-collectivité-territoriale-unique-interrégionale`,
      })),
    },
  },
};
export const ManyServices: Story = {
  args: {
    data: {
      ...data,
      services: Array.from({ length: 12 }, (_, index) => ({
        id: `service-${index}`,
        title: `Service ${index + 1}`,
        description: index % 2 === 0 ? "Cahier de textes et messagerie" : null,
        href: `#service-${index}`,
        isAvailable: index % 4 !== 3,
      })),
    },
  },
};
export const Ended: Story = { args: { ended: true, links: { "sign-in": true } } };
export const EndedByServer: Story = withIssues([{ code: "session_missing" }], {
  links: { "sign-in": true } as const,
});
export const Busy: Story = common.busy;
export const Slow: Story = common.slow;
export const Offline: Story = { args: { data: null, ...common.offline.args } };
export const LazilySet: Story = lazilySet(tag);
export const RightToLeft: Story = common.rightToLeft;
