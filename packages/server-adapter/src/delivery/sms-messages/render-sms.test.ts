import { describe, expect, it } from "vitest";
import { renderActivationSms } from "./activation-sms.ts";
import { renderSms, type TextDetails, type TextSubject } from "./render-sms.ts";

const details: TextDetails = {
  serviceName: "ÉduConnect",
  code: "01234567",
  validSeconds: 1_800,
  host: "monespace.enthdf.example",
  hasFranceConnect: true,
};

/** The basic character set and its extension, which takes two places (3GPP TS 23.038, 6.2.1). */
const basic = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;

describe("the texts of the identity screen", () => {
  it("ends with the line that binds the code to the host's pages", () => {
    const lines = renderSms("code", details).split("\n");
    expect(lines.at(-1)).toBe("@monespace.enthdf.example #01234567");
    expect(lines[0]).toBe("Code ÉduConnect : 01234567, valable 30 min. Ne le donnez à personne.");
  });

  it.each(["code", "severalPeople", "pupilsNumber", "already", "nobody"] satisfies TextSubject[])(
    "writes %s in one message of the 7-bit alphabet",
    (subject) => {
      for (const hasFranceConnect of [true, false]) {
        const text = renderSms(subject, { ...details, hasFranceConnect });
        expect(text).toMatch(basic);
        expect(text.length).toBeLessThanOrEqual(160);
      }
    },
  );

  it("names FranceConnect only where it is offered, and no code where none would be right", () => {
    expect(renderSms("pupilsNumber", details)).toContain("FranceConnect");
    expect(renderSms("pupilsNumber", { ...details, hasFranceConnect: false })).not.toContain("FranceConnect");
    for (const subject of ["severalPeople", "pupilsNumber", "already"] as const) {
      expect(renderSms(subject, details)).not.toMatch(/\d{6}/);
    }
  });

  it("costs a decoy what a code costs", () => {
    expect(renderSms("nobody", details)).toBe(renderSms("code", details));
  });
});

describe("the text to the other guardians", () => {
  it("names who, and all the children", () => {
    const names = { serviceName: "ÉduConnect", activatedBy: "Anne Martin" };
    expect(renderActivationSms({ ...names, childNames: ["Léa"] })).toContain("responsable pour Léa.");
    expect(renderActivationSms({ ...names, childNames: ["Léa", "Tom", "Zoé"] })).toContain(
      "Léa, Tom et Zoé.",
    );
    expect(() => renderActivationSms({ ...names, childNames: [] })).toThrow(TypeError);
  });
});
