import axe from "axe-core";
import { expect } from "chai";
import "../../define/sms-code.ts";
import { ScreenPage, waitUntil } from "../../../test/screen-page.ts";

interface Asked {
  readonly options: CredentialRequestOptions;
  readonly answer: (credential: object) => void;
  readonly fail: (error: Error) => void;
}

/** Stands where the phone does, which no test machine is: it keeps what the page asks of the browser until the test answers. */
describe("reading the SMS", () => {
  let asked: Asked[];
  let page: ScreenPage<"educonnect-sms-code">;
  const field = () => page.get("textbox", "Code de sécurité");

  beforeEach(async () => {
    asked = [];
    if (!("OTPCredential" in globalThis))
      Object.defineProperty(globalThis, "OTPCredential", { value: Object, configurable: true });
    Object.defineProperty(navigator.credentials, "get", {
      configurable: true,
      value: (options: CredentialRequestOptions) =>
        new Promise((answer, fail) => {
          asked.push({ options, answer, fail });
          options.signal?.addEventListener("abort", () => fail(new DOMException("", "AbortError")));
        }),
    });
    page = new ScreenPage(axe, "educonnect-sms-code", { sendsLeft: 3 });
    await page.element.updateComplete;
  });

  afterEach(() => {
    page.element.remove();
    Reflect.deleteProperty(navigator.credentials, "get");
  });

  it("asks for a code by SMS, and fills in and sends what comes, once", async () => {
    expect(asked.map(({ options }) => ({ ...options, signal: undefined }))).to.deep.equal([
      { otp: { transport: ["sms"] }, signal: undefined },
    ]);
    asked[0]?.answer({ code: "12345678" });
    await waitUntil(
      () => page.commands.length > 0,
      () => page.text,
    );
    await page.element.updateComplete;
    expect(page.commands).to.deep.equal([{ type: "smsCodeSubmitted", code: "12345678" }]);
    expect(field()).to.have.property("value", "12345678");
    expect(page.status).to.contain("Le code reçu par SMS a été saisi.");
    expect(asked[0]?.options.signal?.aborted).to.equal(true);
  });

  it("leaves alone what the person types", async () => {
    await page.type("Code de sécurité", "87");
    asked[0]?.answer({ code: "12345678" });
    await page.element.updateComplete;
    await page.element.updateComplete;
    expect(field()).to.have.property("value", "87");
    expect(page.commands).to.deep.equal([]);
  });

  it("stops when the code was typed, and when the screen is gone", async () => {
    await page.type("Code de sécurité", "12345678");
    await page.press("button", "Suivant");
    expect(asked[0]?.options.signal?.aborted).to.equal(true);
    page.element.remove();
    document.body.append(page.element);
    expect(asked.length).to.equal(2);
    expect(asked[1]?.options.signal?.aborted).to.equal(false);
    page.element.remove();
    expect(asked[1]?.options.signal?.aborted).to.equal(true);
  });

  it("waits anew for the SMS that is sent again", async () => {
    await page.set({ sendsLeft: 2 });
    expect(asked.length).to.equal(2);
    expect(asked[0]?.options.signal?.aborted).to.equal(true);
    asked[0]?.answer({ code: "11111111" });
    asked[1]?.answer({ code: "22222222" });
    await waitUntil(
      () => page.commands.length > 0,
      () => page.text,
    );
    expect(page.commands).to.deep.equal([{ type: "smsCodeSubmitted", code: "22222222" }]);
  });

  it("takes no for an answer", async () => {
    asked[0]?.fail(new DOMException("", "NotAllowedError"));
    await page.element.updateComplete;
    expect([page.summary, page.status]).to.deep.equal([[], ""]);
  });

  it("sends nothing by itself while the step is locked", async () => {
    await page.set({ now: 1_000_000, lockedUntil: 1_000_900 });
    asked[0]?.answer({ code: "12345678" });
    await waitUntil(
      () => field() instanceof HTMLInputElement && page.root.querySelector("input")?.value !== "",
      () => page.text,
    );
    expect(page.commands).to.deep.equal([]);
  });
});
