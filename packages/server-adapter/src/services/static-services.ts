import type { Directory } from "../ports/directory.ts";
import type { Services, ServicesPage } from "../ports/services.ts";

/**
 * The same services for everybody; with nothing given, an empty page.
 *
 * Where the page leaves the message out, each person reads that of their own school, if the directory is given.
 */
export function createStaticServices(
  page: Partial<ServicesPage> = {},
  directory: Pick<Directory, "findMessage"> | null = null,
): Services {
  return {
    async pageFor(person) {
      return {
        services: [],
        news: [],
        links: { home: null, contact: null, account: null },
        ...page,
        message:
          page.message === undefined ? ((await directory?.findMessage(person.id)) ?? null) : page.message,
      };
    },
  };
}
