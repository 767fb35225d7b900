import { isIPv4 } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { isEmailSyntax } from "@educonnect-activation/core";
import { importOptional } from "../../optional-package.ts";
import { DeliveryError } from "../../ports/delivery-error.ts";
import type { Mailer } from "../../ports/mailer.ts";

const { createTransport } = await importOptional("nodemailer", "The SMTP mailer", () => import("nodemailer"));

/** How to reach the mail server. */
export interface SmtpMailerOptions {
  readonly host: string;
  /** 465 for `tls`, 587 for `starttls`, 25 for `insecure`. */
  readonly port?: number;
  /**
   * `tls` encrypts from the first byte. `starttls`, the default, encrypts before any mail is sent, and fails when the server does not
   * support it. `insecure` sends mails in clear: on the loopback, or inside a private network at your own risk, and never with
   * credentials anywhere else.
   */
  readonly encryption?: "tls" | "starttls" | "insecure";
  readonly credentials?: { readonly user: string; readonly password: string };
  /** The sender of mails. The domain of the address also appears in the ids of mails. */
  readonly from: { readonly name: string; readonly address: string };
  /** Further trusted authorities, client certificates and similar options of `node:tls`. */
  readonly tls?: Pick<ConnectionOptions, "ca" | "cert" | "key" | "servername" | "minVersion">;
  /** How many connections are kept open: 4 by default. */
  readonly maxConnections?: number;
  /** How long the server may take to accept a connection, and to send its greeting: 10 s each by default. */
  readonly connectTimeoutSeconds?: number;
  /** How long one mail may take in all, including the wait for a connection: 45 s by default. Keep it below the dispatcher's limit. */
  readonly sendTimeoutSeconds?: number;
}

const defaultPorts = { tls: 465, starttls: 587, insecure: 25 };

/**
 * Creates a mailer that sends over SMTP (RFC 5321) through a few connections that are kept open.
 *
 * A refusal of the mail itself (5xx to RCPT or DATA) is final. Everything else is retryable: 4xx, failed connections, time-outs, and
 * what only the operator can repair, such as credentials or certificates.
 *
 * @throws TypeError for a sender that is not an address, or for credentials that would travel in clear
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
    // If a connection breaks, the mail may have been accepted; the outbox decides whether to try again.
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
          // An address that is passed as an object is never parsed into several.
          to: { name: "", address: to },
          subject,
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          headers: {
            "Content-Language": "fr",
            // Prevents automatic replies such as absence notices (RFC 3834, 5).
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

/** The commands whose refusal concerns this one mail. */
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
