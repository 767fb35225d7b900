import { expect } from "chai";
import "../define/birth-date.ts";

describe("the fields of a date", () => {
  afterEach(() => document.body.replaceChildren());

  it("follow the order of the language, keep what is typed when it changes, and lead to the first on a mistake", async () => {
    const element = document.createElement("educonnect-birth-date");
    document.body.append(element);
    await element.updateComplete;
    const inputs = () => [...(element.shadowRoot?.querySelectorAll("input") ?? [])];
    expect(inputs().map(({ name }) => name)).to.deep.equal(["day", "month", "year"]);
    for (const input of inputs()) input.value = input.name;
    element.messages = { lang: "zh-Hans" };
    await element.updateComplete;
    expect(inputs().map(({ name }) => name)).to.deep.equal(["year", "month", "day"]);
    expect(inputs().map(({ value }) => value)).to.deep.equal(["year", "month", "day"]);
    for (const input of inputs()) input.value = "";
    element.shadowRoot?.querySelector("form")?.requestSubmit();
    await element.updateComplete;
    const [link] = element.shadowRoot?.querySelectorAll<HTMLElement>(".educonnect-summary a") ?? [];
    link?.click();
    expect(element.shadowRoot?.activeElement?.getAttribute("name")).to.equal("year");
  });
});
