import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { generate } from "selfsigned";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Mailer } from "../../ports/mailer.ts";
import { createSmtpMailer, type SmtpMailerOptions } from "./smtp-mailer.ts";

const mail = {
  to: "zoe.martin@exemple.fr",
  subject: "Confirmez votre adresse : élève & parent",
  text: "Bonjour Zoé,\n.\nhttps://portail.exemple.fr/#t0ken\n",
  html: '<!doctype html><html lang="fr"><p>Bonjour Zoé</p></html>',
  messageId: "aB-9_x",
};
const from = { name: "Activation, « démo »", address: "ne-pas-repondre@exemple.fr" };

interface Received {
  readonly parsed: ParsedMail;
  readonly recipients: string[];
  readonly isSecure: boolean;
  readonly user: unknown;
}

let certificate: { key: string; cert: string };
let received: Received[] = [];
let connections = 0;
const closing: (() => void | Promise<void> | undefined)[] = [];

beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] },
    ],
  });
  certificate = { key, cert };
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  received = [];
  connections = 0;
});

function refusal(responseCode: number) {
  return Object.assign(new Error(`no, ${mail.to}`), { responseCode });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("the server does not listen on a port");
  return address.port;
}

async function serve(options: SMTPServerOptions = {}): Promise<number> {
  const server = new SMTPServer({
    ...certificate,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect(_, callback) {
      connections += 1;
      callback();
    },
    onData(stream, session, callback) {
      void simpleParser(stream).then((parsed) => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ parsed, recipients, isSecure: session.secure, user: session.user });
        callback(null, "taken");
      });
    },
    ...options,
  });
  // A client that turns away from a certificate is an error to this server.
  server.on("error", () => {});
  closing.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  );
  server.listen(0, "localhost");
  await once(server.server, "listening");
  return portOf(server.server);
}

function connect(port: number, options: Partial<SmtpMailerOptions> = {}): Mailer {
  const mailer = createSmtpMailer({
    host: "localhost",
    port,
    from,
    tls: { ca: certificate.cert },
    ...options,
  });
  closing.push(() => mailer.close?.());
  return mailer;
}

describe("createSmtpMailer", () => {
  it("sends plain text and HTML, the headers, and the same id each time", async () => {
    const mailer = connect(await serve());
    await mailer.send(mail);
    await mailer.send(mail);
    expect(received).toHaveLength(2);
    for (const { parsed, recipients, isSecure } of received) {
      expect(recipients).toEqual([mail.to]);
      expect(isSecure).toBe(true);
      expect(parsed).toMatchObject({ subject: mail.subject, text: mail.text, html: mail.html });
      expect(parsed.messageId).toBe("<aB-9_x@exemple.fr>");
      expect(parsed.from?.value).toEqual([from]);
      expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
      expect(parsed.headers.get("content-language")).toBe("fr");
      expect(parsed.date).toBeInstanceOf(Date);
    }
    expect(connections).toBe(1);
  });

  it.each([
    ["tls", { secure: true }],
    ["starttls", {}],
  ] as const)("encrypts by %s", async (encryption, options) => {
    await connect(await serve(options), { encryption }).send(mail);
    expect(received[0]?.isSecure).toBe(true);
  });

  it("sends in clear when the option says so", async () => {
    await connect(await serve(), { encryption: "insecure" }).send(mail);
    expect(received[0]?.isSecure).toBe(false);
  });

  it("sends nothing to a server without STARTTLS", async () => {
    const port = await serve({ disabledCommands: ["STARTTLS"] });
    await expect(connect(port).send(mail)).rejects.toMatchObject({
      code: "delivery_failed",
      retryable: true,
    });
    expect(received).toEqual([]);
  });

  it("sends nothing to a server whose certificate it does not trust", async () => {
    for (const encryption of ["tls", "starttls"] as const) {
      const port = await serve({ secure: encryption === "tls" });
      await expect(connect(port, { encryption, tls: {} }).send(mail)).rejects.toMatchObject({
        retryable: true,
      });
    }
    expect(received).toEqual([]);
  });

  it("signs in, and keeps retrying what the operator has to repair", async () => {
    const port = await serve({
      authOptional: false,
      onAuth({ username, password }, _, callback) {
        if (username === "kit" && password === "secret") callback(null, { user: "kit" });
        else callback(refusal(535));
      },
    });
    await connect(port, { credentials: { user: "kit", password: "secret" } }).send(mail);
    expect(received[0]?.user).toBe("kit");
    await expect(
      connect(port, { credentials: { user: "kit", password: "old" } }).send(mail),
    ).rejects.toMatchObject({
      retryable: true,
      reason: "smtp_535",
    });
  });

  it.each([
    [450, true],
    [452, true],
    [550, false],
    [553, false],
  ])("takes %d to RCPT for passing: %s", async (responseCode, retryable) => {
    const port = await serve({ onRcptTo: (_, __, callback) => callback(refusal(responseCode)) });
    const failure = connect(port).send(mail);
    await expect(failure).rejects.toMatchObject({ retryable, reason: `smtp_${responseCode}` });
    await expect(failure).rejects.toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(mail.to) }),
    );
  });

  it.each([
    [451, true],
    [554, false],
  ])("takes %d to DATA for passing: %s", async (responseCode, retryable) => {
    const port = await serve({
      onData(stream, _, callback) {
        stream.resume().on("end", () => callback(refusal(responseCode)));
      },
    });
    await expect(connect(port).send(mail)).rejects.toMatchObject({
      retryable,
      reason: `smtp_${responseCode}`,
    });
  });

  it.each(["onConnect", "onMailFrom"] as const)(
    "takes 554 in %s for passing: it is not about the mail",
    async (at) => {
      const refuse = (...parameters: unknown[]) => {
        const callback = parameters.at(-1);
        if (typeof callback === "function") callback(refusal(554));
      };
      await expect(connect(await serve({ [at]: refuse })).send(mail)).rejects.toMatchObject({
        retryable: true,
      });
    },
  );

  it("sends again once the server accepts mails again", async () => {
    let answer: Error | null = refusal(451);
    const mailer = connect(await serve({ onRcptTo: (_, __, callback) => callback(answer) }));
    await expect(mailer.send(mail)).rejects.toMatchObject({ retryable: true });
    answer = null;
    await mailer.send(mail);
    expect(received).toHaveLength(1);
  });

  it("does not wait for ever for a server that is silent or unreachable", async () => {
    const silent = createServer(() => {});
    silent.listen(0, "localhost");
    await once(silent, "listening");
    const port = portOf(silent);
    const patience = { connectTimeoutSeconds: 0.05, sendTimeoutSeconds: 0.2 };
    const mailer = connect(port, patience);
    await expect(mailer.send(mail)).rejects.toMatchObject({ retryable: true });
    await mailer.close?.();
    silent.close();
    await once(silent, "close");
    await expect(connect(port, patience).send(mail)).rejects.toMatchObject({ retryable: true });
  });

  it("gives up in time on a server that stops halfway", async () => {
    const port = await serve({ onRcptTo: () => {} });
    const failure = connect(port, { sendTimeoutSeconds: 0.1 }).send(mail);
    await expect(failure).rejects.toMatchObject({ retryable: true });
  });

  it("has one recipient and no added header, whatever the input", async () => {
    const mailer = connect(await serve());
    await mailer.send({ ...mail, subject: "a\r\nBcc: x@exemple.fr\r\n\r\nb", messageId: "1" });
    expect(received[0]?.recipients).toEqual([mail.to]);
    expect(received[0]?.parsed.headers.has("bcc")).toBe(false);
    for (const to of ["a@exemple.fr, b@exemple.fr", "a@exemple.fr>\r\nRCPT TO:<b@exemple.fr", ""]) {
      await mailer.send({ ...mail, to }).catch(() => {});
    }
    expect(received.flatMap(({ recipients }) => recipients)).not.toContain("b@exemple.fr");
  });

  it.each([
    { from: { name: "x", address: "pas une adresse" } },
    { from: { name: "x\r\nBcc: y@exemple.fr", address: "x@exemple.fr" } },
    { host: "smtp.exemple.fr", encryption: "insecure", credentials: { user: "u", password: "p" } },
  ] as const)("refuses %j", (options) => {
    expect(() => createSmtpMailer({ host: "localhost", from, ...options })).toThrow(TypeError);
  });
});
