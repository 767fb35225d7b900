/** What browsers without WebOTP lack in their types. */
interface SmsRequest extends CredentialRequestOptions {
  readonly otp: { readonly transport: readonly ["sms"] };
}

/**
 * Waits for the code of a domain-bound SMS (`@host #code`) where the browser can read one, which it does only after asking the person.
 *
 * Source: WebOTP API, W3C.
 *
 * @param signal ends the waiting.
 * @returns null when there is none to be had, for whatever reason: typing it always works.
 */
export async function readSms(signal: AbortSignal): Promise<string | null> {
  if (!("OTPCredential" in globalThis)) return null;
  const request: SmsRequest = { otp: { transport: ["sms"] }, signal };
  try {
    const credential = await navigator.credentials.get(request);
    const code = credential !== null && "code" in credential ? credential.code : null;
    return typeof code === "string" && !signal.aborted ? code : null;
  } catch {
    return null;
  }
}
