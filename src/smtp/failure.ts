/** What keeps mail from being sent: all of it, or one message. */
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'

type Code = 'mail/insecure' | 'mail/connection' | 'mail/tls' | 'mail/login' | 'mail/sender'

/** No message can be sent, whichever it is. */
export class SmtpFailure extends Error {
  readonly fault: Fault

  constructor(code: Code, values: Record<string, string>, cause?: unknown) {
    super(code, { cause })
    this.fault = fault(code, undefined, values)
  }
}

export interface Reply {
  code: number
  /** As the server wrote it, with its code. */
  text: string
}

/**
 * What the server refused: the sender's address, the rest of the envelope, the message. Or it was not asked, as the message
 * is too long for it or the address is none; or there is no answer, as the session ended.
 */
type Place = 'sender' | 'envelope' | 'message' | 'unasked' | 'connection'

/** One message was not taken, or nobody knows. */
export class SendError extends Error {
  readonly at: Place
  readonly reply: Reply | undefined

  constructor(at: Place, message: string, reply?: Reply, cause?: unknown) {
    super(message, { cause })
    this.at = at
    this.reply = reply
  }
}

/** The errors of the library, as far as they are read here. */
interface LibraryError extends Error {
  code?: string | undefined
  /** What the system or OpenSSL called it. */
  originalCode?: string | undefined
  command?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
}

/** Errors of the message's own stream are left as they are. */
export function toSendError(error: LibraryError): unknown {
  const { code, command, response, responseCode, message } = error
  if (code === 'ESTREAM') return error
  const reply = replyOf(response, responseCode)
  if (response === undefined && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return new SendError('unasked', message, undefined, error)
  if (reply !== undefined && code === 'EENVELOPE')
    return new SendError(command === 'MAIL FROM' ? 'sender' : 'envelope', message, reply, error)
  if (reply !== undefined && code === 'EMESSAGE') return new SendError('message', message, reply, error)
  // A line that came unasked is no answer to anything, unless it says goodbye.
  const answer = code === 'ECONNECTION' && reply !== undefined && reply.code >= 400 ? reply : undefined
  return new SendError('connection', message, answer, error)
}

const replyOf = (text: string | undefined, code: number | undefined): Reply | undefined =>
  text === undefined || code === undefined ? undefined : { code, text }

/** A server may repeat what it was told; plainly, or as it was told it. */
function withoutPassword(text: string, { user = '', password = '' }: Opening): string {
  if (password === '') return text
  const inBase64 = (plain: string): string => Buffer.from(plain).toString('base64')
  return [inBase64(`\0${user}\0${password}`), inBase64(password), password].reduce(
    (rest, form) => rest.replaceAll(form, '***'),
    text,
  )
}

/** Errors of the way to the server; what else goes wrong before a session stands is a matter of TLS. */
const network =
  /^E(?:CONNREFUSED|CONNRESET|CONNABORTED|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|TIMEDOUT|PIPE|NOTFOUND|AI_AGAIN|ADDRNOTAVAIL|ACCES|INVAL|PERM)$/

/** Whom no session could be opened to. */
interface Opening {
  host: string
  port: number
  user?: string
  password?: string
}

/** The fault for which no session could be opened. */
export function openingFault(error: unknown, opening: Opening): SmtpFailure {
  const { host, port } = opening
  const { code = '', originalCode, response, message } = error as LibraryError
  const values = { host, port: String(port), reason: withoutPassword(response ?? message, opening) }
  if (code === 'EAUTH') return new SmtpFailure('mail/login', values, error)
  const secure = code === 'ETLS' || (code === 'ESOCKET' && !network.test(originalCode ?? code))
  return new SmtpFailure(secure ? 'mail/tls' : 'mail/connection', values, error)
}
