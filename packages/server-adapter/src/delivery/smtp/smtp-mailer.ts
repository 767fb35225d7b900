import { isIPv4 } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { isEmailSyntax } from "@educonnect-activation/core";
import { importOptional } from "../../optional-package.ts";
import { DeliveryError } from "../../ports/delivery-error.ts";
import type { Mailer } from "../../ports/mailer.ts";

const { createTransport } = await importOptional("nodemailer", "The SMTP mailer", () => import("nodemailer"));

/** How to reach the server that takes the mails. */
export interface SmtpMailerOptions {
  readonly host: string;
  /** 465 for `tls`, 587 for `starttls`, 25 for `insecure`. */
  readonly port?: number;
  /**
   * `tls` from the first byte, `starttls` before anything is said (the default; refused when the server has none), or `insecure`, which
   * sends mails in clear: on the loopback, or inside a private network at your own risk, and never with credentials elsewhere.
   */
  readonly encryption?: "tls" | "starttls" | "insecure";
  readonly credentials?: { readonly user: string; readonly password: string };
  /** Whom mails are from; the domain of the address also names the mails' ids. */
  readonly from: { readonly name: string; readonly address: string };
  /** Authorities to trust besides the usual ones, client certificates and the like (`node:tls`). */
  readonly tls?: Pick<ConnectionOptions, "ca" | "cert" | "key" | "servername" | "minVersion">;
  /** Connections kept open: 4. */
  readonly maxConnections?: number;
  /** How long the server may take to accept a connection, and to greet: 10 s each. */
  readonly connectTimeoutSeconds?: number;
  /** How long one mail may take altogether, waiting for a connection included: 45 s; keep it under the dispatcher's. */
  readonly sendTimeoutSeconds?: number;
}

const defaultPorts = { tls: 465, starttls: 587, insecure: 25 };

/**
 * Sends mails over SMTP (RFC 5321) through a few connections that are kept open.
 *
 * A refusal of this mail (5xx to RCPT or DATA) is final; everything else is retryable: 4xx, connections, time-outs, and what only the
 * operator can mend, such as credentials or certificates.
 *
 * @throws TypeError for a sender that is no address, or credentials that would travel in clear
 */
export function createSmtpMailer(options: SmtpMailerOptions): Mailer {
  const { host, encryption = "starttls", credentials, from, maxConnections = 4 } = options;
  const { port = defaultPorts[encryption], connectTimeoutSeconds = 10, sendTimeoutSeconds = 45 } = options;
  if (!isEmailSyntax(from.address) || /\p{Cc}/u.test(from.name)) {
    throw new TypeError("a mail is from one bare address, and a name without control characters");
  }
  if (encryption === "insecure" && credentials !== undefined && !isLoopback(host)) {
    throw new TypeError("credentials would travel in clear");
  }
  const transport = createTransport({
    pool: true,
    host,
    port,
    secure: encryption === "tls",
    requireTLS: encryption === "starttls",
    ignoreTLS: encryption === "insecure",
    maxConnections,
    // A mail whose connection broke may have been taken: trying again is up to the outbox.
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: connectTimeoutSeconds * 1000,
    greetingTimeout: connectTimeoutSeconds * 1000,
    dnsTimeout: connectTimeoutSeconds * 1000,
    socketTimeout: sendTimeoutSeconds * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
    tls: { minVersion: "TLSv1.2", ...options.tls },
    ...(credentials && { auth: { user: credentials.user, pass: credentials.password } }),
  });
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);

  return {
    async send({ to, subject, text, html, messageId }) {
      try {
        await transport.sendMail({
          from: { name: from.name, address: from.address },
          // As an object, an address is never parsed into several.
          to: { name: "", address: to },
          subject,
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          headers: {
            "Content-Language": "fr",
            // Keeps absence notices away (RFC 3834, 5).
            "Auto-Submitted": "auto-generated",
          },
          signal: AbortSignal.timeout(sendTimeoutSeconds * 1000),
        });
      } catch (error) {
        throw describeFailure(error);
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** The commands whose refusal is about this one mail. */
const commandsAboutTheMail = new Set(["RCPT TO", "DATA"]);

function describeFailure(error: unknown): DeliveryError {
  const { responseCode, command, code } = readFailure(error);
  if (responseCode === undefined) {
    return new DeliveryError(`smtp_${(code ?? "failed").toLowerCase()}`, true, { cause: error });
  }
  const isFinal = responseCode >= 500 && commandsAboutTheMail.has(command ?? "");
  return new DeliveryError(`smtp_${responseCode}`, !isFinal, { cause: error });
}

function readFailure(error: unknown): { responseCode?: number; command?: string; code?: string } {
  if (!(error instanceof Error)) return {};
  return {
    ...("responseCode" in error &&
      typeof error.responseCode === "number" && { responseCode: error.responseCode }),
    ...("command" in error && typeof error.command === "string" && { command: error.command }),
    ...("code" in error && typeof error.code === "string" && { code: error.code }),
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}
