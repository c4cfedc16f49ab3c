import { createTransport } from 'nodemailer';

/** A letter on its way out: one recipient, both bodies, files. */
export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** RFC 5322 Message-ID with angle brackets: the same however often the letter is tried. */
  readonly messageId: string;
  readonly date: Date;
  readonly attachments: readonly { filename: string; contentType: string; content: Uint8Array }[];
}

export interface Mailer {
  /** Hands a letter to the SMTP server. @throws when it was refused or could not be reached. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Pooled SMTP. Every wait is bounded, so that a dead server cannot hold a job for ever. */
export function smtpMailer(url: string): Mailer {
  const parsed = new URL(url);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname);
  const transport = createTransport({
    pool: true,
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: Number(parsed.port) || (parsed.protocol === 'smtps:' ? 465 : 587),
    secure: parsed.protocol === 'smtps:',
    // Mail that leaves the machine leaves it encrypted, unless it is asked for otherwise in the address.
    requireTLS: !loopback && parsed.searchParams.get('tls') !== 'off',
    ignoreTLS: loopback,
    ...(parsed.username === ''
      ? {}
      : {
          auth: {
            user: decodeURIComponent(parsed.username),
            pass: decodeURIComponent(parsed.password),
          },
        }),
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      await transport.sendMail({
        from: mail.from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        date: mail.date,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: mail.attachments.map((attachment) => ({
          filename: attachment.filename,
          contentType: attachment.contentType,
          content: Buffer.from(attachment.content),
        })),
      });
    },
    close() {
      transport.close();
    },
  };
}
