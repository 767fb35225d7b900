import { seesNothingSpecial, type CreatePerson } from "./person.ts";

/** Somebody who points and clicks. */
export const createMousePerson: CreatePerson = (page, look = seesNothingSpecial) => ({
  page,
  look,
  async type(field, text) {
    await field.click();
    await field.fill(text);
  },
  press: (target) => target.click(),
  choose: (radio) => radio.check(),
});
