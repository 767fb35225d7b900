import { journeyMeta, worldOf, type JourneyStory } from "../portal/journey-story.ts";
import { JourneyPage } from "./journey-page.ts";
import * as walk from "./walks.ts";

// Each has the page's only portal: shown together on one page, they would share it.
export default {
  ...journeyMeta,
  tags: ["!autodocs"],
  title: "Journeys/Pupil",
  args: { ...journeyMeta.args, method: "pupil" },
};

export const ToWalk: JourneyStory = {};

/** Without a mail address, which a pupil may do without. */
export const EndToEnd: JourneyStory = {
  async play(context) {
    const world = worldOf(context);
    const page = new JourneyPage(context);
    await walk.signIn(page, world);
    await walk.choosePassword(page);
    await page.untilHeading(walk.headings.birthDate);
    await page.giveDate(world.person.birthDate ?? "");
    await page.press("Suivant");
    await page.untilHeading(walk.headings.email);
    await page.press("Passer cette étape");
    await page.untilHeading(walk.headings.success);
  },
};

/** Three wrong dates close the step for a day. */
export const Locked: JourneyStory = {
  async play(context) {
    const page = new JourneyPage(context);
    await walk.signIn(page, worldOf(context));
    await walk.choosePassword(page);
    await page.untilHeading(walk.headings.birthDate);
    for (const year of ["2001", "2002", "2003"]) {
      await page.giveDate(`${year}-01-02`);
      await page.press("Suivant");
      await page.untilHeading(walk.headings.birthDate);
    }
    await page.untilText(/momentanément fermée/);
  },
};
