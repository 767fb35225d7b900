import { describe, expect, it } from "vitest";
import { readCallback } from "./read-callback.ts";

const state = "s".repeat(32);
const issuer = "https://provider.example/api/v2";
const expected = { state, issuer, isIssuerPromised: false };
const promised = { ...expected, isIssuerPromised: true };
const named = `iss=${encodeURIComponent(issuer)}`;

describe("readCallback", () => {
  it.each([
    [`code=a&state=${state}`, expected],
    [`?code=a&state=${state}`, expected],
    [`?code=a&state=${state}&${named}`, expected],
    [`?code=a&state=${state}&${named}`, promised],
  ])("reads %s", (callback, expectation) => {
    expect(readCallback(callback, expectation).get("code")).toBe("a");
  });

  it.each([
    ["", "state_mismatch"],
    ["?code=a", "state_mismatch"],
    ["?code=a&state=", "state_mismatch"],
    [`?code=a&state=${state.slice(1)}`, "state_mismatch"],
    [`?code=a&state=${"t".repeat(32)}`, "state_mismatch"],
    [`?error=access_denied&state=${"t".repeat(32)}`, "state_mismatch"],
    [`?state=${state}`, "code_missing"],
    [`?code=&state=${state}`, "code_missing"],
    [`?code=a&code=b&state=${state}`, "callback_parameter_repeated"],
    [`?code=a&state=${state}&state=${state}`, "callback_parameter_repeated"],
    [`?code=a&state=${state}&${named}&${named}`, "callback_parameter_repeated"],
    [`?code=a&state=${state}&%63ode=a`, "callback_parameter_repeated"],
    [`?code=a&state=${state}&iss=https%3A%2F%2Fother.example`, "callback_issuer_mismatch"],
    [`?code=a&state=${state}&iss=${encodeURIComponent(issuer)}%2F`, "callback_issuer_mismatch"],
    [`?code=a&state=${state}&iss=`, "callback_issuer_mismatch"],
    [`?error=access_denied&state=${state}&iss=https%3A%2F%2Fother.example`, "callback_issuer_mismatch"],
    [`?error=invalid_request&state=${state}`, "callback_invalid_request"],
    [`?error=invalid_scope&state=${state}&error_description=Angela`, "callback_invalid_scope"],
    [`?error=Angela%20Dubois&state=${state}`, "callback_error_unknown"],
    [`?error=constructor&state=${state}`, "callback_error_unknown"],
    [`?error=&state=${state}`, "callback_error_unknown"],
    [`?code=a&error=login_required&state=${state}`, "callback_login_required"],
    [`?code=${"a".repeat(9_000)}&state=${state}`, "callback_too_long"],
  ])("refuses %s", (callback, reason) => {
    expect(() => readCallback(callback, expected)).toThrow(
      expect.objectContaining({ code: "refused", reason }),
    );
  });

  it.each([`?code=a&state=${state}`, `?error=access_denied&state=${state}`])(
    "refuses %s of a provider that promised to name itself (RFC 9207)",
    (callback) => {
      expect(() => readCallback(callback, promised)).toThrow(
        expect.objectContaining({ code: "refused", reason: "callback_issuer_missing" }),
      );
    },
  );

  it.each([
    ["access_denied", "cancelled", "access_denied"],
    ["server_error", "unavailable", "callback_server_error"],
    ["temporarily_unavailable", "unavailable", "callback_temporarily_unavailable"],
  ])("tells %s from a refusal", (error, code, reason) => {
    expect(() => readCallback(`?error=${error}&state=${state}&${named}`, promised)).toThrow(
      expect.objectContaining({ code, reason }),
    );
  });
});
