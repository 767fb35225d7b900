import "@educonnect-activation/elements/define/methods";
import { describeScreen, type ScreenMeta, type ScreenStory } from "../screen-story.ts";
import * as common from "../common-states.ts";

const tag = "educonnect-methods";
const meta: ScreenMeta<typeof tag> = {
  ...describeScreen(tag, { contact: common.contact }),
  title: "Screens/Methods",
};
export default meta;
type Story = ScreenStory<typeof tag>;

export const AllRoutes: Story = {};
export const TwoRoutes: Story = { args: { methods: ["sms", "letter"] } };
export const OneRoute: Story = { args: { methods: ["letter"], contact: null } };
export const PupilsAlone: Story = { args: { methods: ["pupil"] } };
export const NoRoute: Story = { args: { methods: [] } };
export const LongContact: Story = {
  args: {
    contact: {
      name: "Lycée polyvalent régional et centre de formation d'apprentis Édouard-Branly",
      phone: "+262 692 12 34 56",
      email: "accueil-et-vie-scolaire@lycee-polyvalent-edouard-branly.example.org",
    },
  },
};
export const RightToLeft: Story = common.rightToLeft;
