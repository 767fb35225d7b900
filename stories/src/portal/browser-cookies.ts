/** Lets this page's browser say that it keeps cookies, or that it keeps none, as its settings would. */
export function allowCookies(isAllowed: boolean): void {
  if (isAllowed) Reflect.deleteProperty(navigator, "cookieEnabled");
  else Object.defineProperty(navigator, "cookieEnabled", { configurable: true, get: () => false });
}
