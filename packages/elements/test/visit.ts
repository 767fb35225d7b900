import { createActivationClient, type ActivationClient } from "../src/client/activation-client.ts";
import type { EduconnectActivation } from "../src/wizard/educonnect-activation.ts";
import { createManualTimers } from "./manual-timers.ts";
import { createTestNetwork, type PortalBrowser } from "./test-network.ts";
import { WizardPage } from "./wizard-page.ts";

export const strongPassword = "Cheval-Bleu-42!";

/** One browser's visits to a portal: its cookies, its network, and the pages open in it. */
export class Visit {
  readonly timers = createManualTimers();
  readonly network;
  readonly client: ActivationClient;
  readonly #elements: HTMLElement[] = [];

  constructor(browser: PortalBrowser) {
    this.network = createTestNetwork(browser);
    this.client = this.createClient();
  }

  /** A client as a page has it, but one that gives up at once, so that tests need not wait for its retries. */
  createClient(tries = 1): ActivationClient {
    return createActivationClient({
      baseUrl: "/educonnect",
      timers: this.timers,
      fetch: this.network.fetch,
      retry: { tries, baseMilliseconds: 0, longestWaitMilliseconds: 0 },
    });
  }

  /** Opens a page with a wizard. Browser history is left alone unless asked for. */
  open(properties: Partial<EduconnectActivation> = {}): WizardPage {
    const element = document.createElement("educonnect-activation");
    Object.assign(element, { timers: this.timers, client: this.client, noHistory: true, ...properties });
    return this.#add(element);
  }

  /** Opens the page of a mail's link, whose fragment is in the address already. */
  openLink(
    properties: {
      readonly returnUrl?: string;
      readonly helpUrl?: string;
      readonly dom?: "shadow" | "light";
    } = {},
  ): WizardPage {
    const element = document.createElement("educonnect-confirmation-link");
    Object.assign(element, { client: this.client, ...properties });
    return this.#add(element);
  }

  /** What a reload does: the element is gone, the cookie stays. */
  reload(page: WizardPage, properties: Partial<EduconnectActivation> = {}): WizardPage {
    page.element.remove();
    return this.open(properties);
  }

  close(): void {
    for (const element of this.#elements) element.remove();
  }

  #add(element: HTMLElement): WizardPage {
    const page = new WizardPage(element);
    document.body.append(element);
    this.#elements.push(element);
    return page;
  }
}
