import { describe, expect, it } from "vitest";
import { renderActivationSms, renderSms, type SmsDetails, type SmsSubject } from "./render-sms.ts";

const details: SmsDetails = {
  serviceName: "ÉduConnect",
  code: "01234567",
  validSeconds: 1_800,
  host: "monespace.enthdf.example",
  hasFranceConnect: true,
};

/** The basic character set and its extension, whose characters take two places (3GPP TS 23.038, 6.2.1). */
const basic = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;

describe("the SMS of the identity screen", () => {
  it("ends with the line that binds the code to the host's pages", () => {
    const lines = renderSms("code", details).split("\n");
    expect(lines.at(-1)).toBe("@monespace.enthdf.example #01234567");
    expect(lines[0]).toBe("Code ÉduConnect : 01234567, valable 30 min. Ne le donnez à personne.");
  });

  it.each(["code", "severalPeople", "pupilsNumber", "already", "nobody"] satisfies SmsSubject[])(
    "writes %s as one SMS in the 7-bit alphabet",
    (subject) => {
      for (const hasFranceConnect of [true, false]) {
        const text = renderSms(subject, { ...details, hasFranceConnect });
        expect(text).toMatch(basic);
        expect(text.length).toBeLessThanOrEqual(160);
      }
    },
  );

  it("names FranceConnect only where it is offered, and contains no code where no code can be sent", () => {
    expect(renderSms("pupilsNumber", details)).toContain("FranceConnect");
    expect(renderSms("pupilsNumber", { ...details, hasFranceConnect: false })).not.toContain("FranceConnect");
    for (const subject of ["severalPeople", "pupilsNumber", "already"] as const) {
      expect(renderSms(subject, details)).not.toMatch(/\d{6}/);
    }
  });

  it("makes a decoy cost as much as a code", () => {
    expect(renderSms("nobody", details)).toBe(renderSms("code", details));
  });
});

describe("the SMS to the other guardians", () => {
  it("names who activated, and all the children", () => {
    const names = { serviceName: "ÉduConnect", activatedBy: "Anne Martin" };
    expect(renderActivationSms({ ...names, childNames: ["Léa"] })).toContain("responsable pour Léa.");
    expect(renderActivationSms({ ...names, childNames: ["Léa", "Tom", "Zoé"] })).toContain(
      "Léa, Tom et Zoé.",
    );
    expect(() => renderActivationSms({ ...names, childNames: [] })).toThrow(TypeError);
  });
});
