import { seesNothingSpecial, type CreatePerson } from "./person.ts";

/** Somebody who points and clicks, never twice at the same place: that, at the pace of a test, would be a double press. */
export const createMousePerson: CreatePerson = (page, look = seesNothingSpecial) => {
  let isLeft = false;
  return {
    page,
    look,
    async type(field, text) {
      await field.click();
      await field.fill(text);
    },
    async press(target) {
      isLeft = !isLeft;
      const box = await target.boundingBox();
      if (box === null) return await target.click();
      await target.click({ position: { x: box.width * (isLeft ? 0.25 : 0.75), y: box.height / 2 } });
    },
    choose: (radio) => radio.check(),
  };
};
