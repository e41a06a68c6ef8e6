/** One connection to a mail server, from its greeting to its end. The only file that knows the library that talks SMTP. */
import { X509Certificate } from 'node:crypto'
import type { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { SendError, SmtpFailure, openingFault, toSendError } from './failure.ts'

export interface SmtpSettings {
  host: string
  port: number
  /** From the first byte, by STARTTLS, or not at all; the last on this machine only. */
  security: 'tls' | 'starttls' | 'none'
  user?: string
  password?: string
  /** PEM of whom to trust, in place of the usual authorities. */
  ca?: string
  /** How long a silent server is waited for, in ms; without it ten minutes, as RFC 5321 §4.5.3.2.6 has it. */
  silence?: number
}

export interface Envelope {
  from: string
  to: string
  /** In bytes. */
  size: number
  /** Comes back with reports (RFC 3461). */
  id: string
}

export interface Session {
  readonly alive: boolean
  /** Whether it has carried a message. */
  readonly used: boolean
  /**
   * Gives the server's reply to the whole message. Nothing of the body is read before the server asks for it. Throws
   * SendError, or what the body fails with; then the session may be at its end.
   */
  send(envelope: Envelope, body: Readable): Promise<string>
  /** With a word of farewell. */
  quit(): void
  /** At once: no more byte leaves of what is not yet with the system. */
  close(): void
}

/** How long the server has for its own word of farewell, in ms. */
const farewell = 2000

/**
 * Connects, secures, logs in. Throws SmtpFailure: `mail/insecure`, `mail/connection`, `mail/tls`, `mail/login`; what the
 * signal says where it ends it.
 */
export async function openSession(settings: SmtpSettings, signal?: AbortSignal): Promise<Session> {
  signal?.throwIfAborted()
  const connection = new SMTPConnection(optionsOf(settings))
  // Errors without a listener would end the process; those of a message come to its callback as well.
  connection.on('error', () => {})
  let end: (error: unknown) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    end = reject
  })
  ended.catch(() => {})
  const failed = (error: Error): void => end(error)
  const closed = (): void => void setImmediate(end, new Error('the server closed the connection'))
  const aborted = (): void => end(signal?.reason)
  connection.once('error', failed)
  connection.once('end', closed)
  signal?.addEventListener('abort', aborted, { once: true })
  try {
    await Promise.race([ended, established(connection, settings)])
  } catch (error) {
    connection.close()
    signal?.throwIfAborted()
    throw error instanceof SmtpFailure ? error : openingFault(error, settings)
  } finally {
    connection.off('error', failed)
    connection.off('end', closed)
    signal?.removeEventListener('abort', aborted)
  }
  return sessionOf(connection)
}

function optionsOf({ host, port, security, ca, silence }: SmtpSettings): SMTPConnectionOptions {
  if (security === 'none' && !isLoopback(host)) throw new SmtpFailure('mail/insecure', { host })
  if (ca !== undefined) {
    try {
      void new X509Certificate(ca)
    } catch (error) {
      throw new SmtpFailure('mail/tls', { host, reason: (error as Error).message }, error)
    }
  }
  return {
    host,
    port,
    secure: security === 'tls',
    ...(security === 'starttls' && { requireTLS: true }),
    ...(security === 'none' && { ignoreTLS: true }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca !== undefined && { ca }) },
    // A session that is over is cut, so that no half message trickles on.
    socketCloseTimeout: 0,
    ...(silence !== undefined && {
      socketTimeout: silence,
      greetingTimeout: silence,
      connectionTimeout: silence,
    }),
  }
}

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host)

function established(connection: SMTPConnection, settings: SmtpSettings): Promise<void> {
  const { user, password = '', host } = settings
  return new Promise((resolve, reject) => {
    connection.connect((error) => {
      if (error) return reject(error)
      if (user === undefined) return resolve()
      if (!connection.allowsAuth)
        return reject(new SmtpFailure('mail/login', { host, reason: 'the server offers no AUTH' }))
      connection.login({ user, pass: password, credentials: { user, pass: password } }, (refused) =>
        refused ? reject(refused) : resolve(),
      )
    })
  })
}

function sessionOf(connection: SMTPConnection): Session {
  let used = false
  let drop: (error: unknown) => void = () => {}
  connection.on('end', () =>
    setImmediate(() => drop(new SendError('connection', 'the connection was closed'))),
  )
  const close = (): void => {
    connection.close()
    drop(new SendError('connection', 'the connection was given up'))
  }
  return {
    get alive() {
      return !connection.destroyed
    },
    get used() {
      return used
    },
    async send(envelope, body) {
      try {
        return await new Promise<string>((resolve, reject) => {
          drop = reject
          connection.send(toEnvelope(envelope), body, (error, info) =>
            error ? reject(toSendError(error)) : resolve(info.response),
          )
        })
      } catch (error) {
        const refused = error instanceof SendError && error.reply !== undefined && error.reply.code !== 421
        const whole = error instanceof SendError && (error.at === 'envelope' || error.at === 'sender')
        if (refused && (whole || body.readableEnded)) await reset(connection)
        else close()
        throw error
      } finally {
        used = true
        body.destroy()
      }
    },
    quit() {
      if (connection.destroyed) return
      connection.quit()
      setTimeout(() => connection.close(), farewell).unref()
    },
    close,
  }
}

const toEnvelope = ({ from, to, size, id }: Envelope): Parameters<SMTPConnection['send']>[0] => ({
  from,
  to: [to],
  size,
  dsn: { id, return: 'HDRS', notify: ['FAILURE', 'DELAY'], orcpt: `rfc822;${to}` },
})

/** After a refusal the session can carry the next message. */
function reset(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      connection.off('end', done)
      resolve()
    }
    connection.once('end', done)
    if (connection.destroyed) return done()
    connection.reset((error) => {
      if (error) connection.close()
      done()
    })
  })
}
