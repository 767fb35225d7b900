import type { Services, ServicesPage } from "../ports/services.ts";

/** The same services for everybody; with nothing given, an empty page. */
export function createStaticServices(page: Partial<ServicesPage> = {}): Services {
  const complete: ServicesPage = {
    services: [],
    message: null,
    news: [],
    links: { home: null, contact: null, account: null },
    ...page,
  };
  return { pageFor: () => Promise.resolve(complete) };
}
