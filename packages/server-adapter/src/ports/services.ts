import type { NewsItem, ServiceCard, ServicesResponse } from "@educonnect-activation/core";
import type { Person } from "./directory.ts";

/** What « Mes services » holds for one person. */
export interface ServicesPage {
  readonly services: readonly ServiceCard[];
  readonly message: string | null;
  readonly news: readonly NewsItem[];
  readonly links: ServicesResponse["links"];
}

/** What a person finds once signed in; a host implements it over its own catalogue. */
export interface Services {
  pageFor(person: Person): Promise<ServicesPage>;
}
