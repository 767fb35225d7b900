import { describe, expect, it } from "vitest";
import { createTestPortal, type TestPortal } from "../portal/test-portal.ts";
import {
  arriveAtChildren,
  chosenPassword,
  confirmMail,
  rightAnswers,
  signInAs,
  typedEmail,
} from "./guardian-journey.ts";

/** Leads Claire Martin to the commit that sends her the mail, which her page asks for in these languages. */
async function confirmIn(acceptLanguage: string | null, given?: TestPortal) {
  const portal = given ?? (await createTestPortal());
  const browser = await signInAs(portal, "claire");
  const page = { acceptLanguage };
  await browser.send({ type: "emailSubmitted", email: typedEmail }, page);
  await browser.send({ type: "passwordSubmitted", password: chosenPassword }, page);
  await browser.send({ type: "childrenSubmitted", answers: rightAnswers }, page);
  return { portal, browser };
}

const inArabic = "تأكيد بريدكم الإلكتروني لحساب ÉduConnect";
const inFrench = "Confirmez votre adresse mail pour votre compte ÉduConnect";

describe("the language of the confirmation mail", () => {
  it.each([
    ["ar", inArabic],
    ["de, ar-TN;q=0.4, en;q=0.2", inArabic],
    [null, inFrench],
    ["fr", inFrench],
    ["de", inFrench],
    ["ar;q=2", inFrench],
    [`ar${",ar".repeat(10_000)}`, inFrench],
  ])("is what the page asks for: %.20s", async (header, subject) => {
    const { portal } = await confirmIn(header);
    const [mail] = await portal.mails();
    expect(mail?.subject).toBe(subject);
    expect(mail?.text).toContain("Bonjour Claire MARTIN,");
    expect(mail?.text.includes("\u2068Claire MARTIN\u2069")).toBe(subject === inArabic);
  });

  it("changes with the language of the page that asks for it again", async () => {
    const { portal, browser } = await confirmIn("ar");
    portal.clock.advance(60);
    await browser.send({ type: "emailResendRequested" }, { acceptLanguage: "uk" });
    const [first, again] = await portal.mails();
    expect([first?.subject, again?.subject]).toEqual([
      inArabic,
      "Підтвердьте адресу електронної пошти для облікового запису ÉduConnect",
    ]);
  });

  it("confirms by its code, and by its link, in any language", async () => {
    const byCode = await confirmIn("ar");
    const { code } = await byCode.portal.lastConfirmation();
    await byCode.browser.send({ type: "emailCodeSubmitted", code });
    expect(byCode.browser.view().step.name).toBe("success");
    const byLink = await confirmIn("zh-CN");
    const { token } = await byLink.portal.lastConfirmation();
    const { body } = await byLink.portal
      .browser()
      .request("answerConfirmationLink", { token, answer: "confirm" });
    expect(body).toMatchObject({ outcome: "confirmed" });
  });

  it("is no part of the request: the same one sent again in another gets the same answer, and no mail more", async () => {
    const { portal, browser } = await confirmIn("ar");
    portal.clock.advance(60);
    const { revision } = browser.view();
    const once = { revision, idempotencyKey: "k".repeat(24) };
    const first = await browser.send({ type: "emailResendRequested" }, { ...once, acceptLanguage: "ar" });
    const again = await browser.send({ type: "emailResendRequested" }, { ...once, acceptLanguage: "en" });
    expect(again.body).toEqual(first.body);
    expect(await portal.mails()).toHaveLength(2);
  });

  it("leaves what others are told in French", async () => {
    const portal = await createTestPortal();
    const paul = await arriveAtChildren(portal, "paul");
    await paul.send({ type: "childrenSubmitted", answers: rightAnswers });
    await confirmMail(portal, paul);
    const { browser } = await confirmIn("ar", portal);
    const { code } = await portal.lastConfirmation();
    await browser.send({ type: "emailCodeSubmitted", code }, { acceptLanguage: "ar" });
    const notice = (await portal.mails()).at(-1);
    expect([notice?.to, notice?.subject]).toEqual([
      "paul@example.org",
      "Un compte ÉduConnect a été activé pour un autre responsable",
    ]);
    expect(notice?.html).toContain('<html lang="fr">');
  });
});
