export { familyDirectory } from "./family.ts";
export { createPageHasher } from "./page-hasher.ts";
export { createTestBrowser, problemOf, type RequestChanges, type TestBrowser } from "./test-browser.ts";
export { createTestPortal, type TestPortal, type TestPortalOptions } from "./test-portal.ts";
