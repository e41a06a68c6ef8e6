/** A question carried to a time-stamp authority over HTTP (RFC 3161 3.4): the only request that Jalaseh ever makes. */
import { SignFailure } from '../../sign/failure.ts'

const patience = 20_000
/** Answers have some kilobytes. */
const longest = 64 * 1024

/** The address of an authority; nothing for what is none, or not of HTTP. */
export function authorityAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' ? url : undefined
}

/**
 * Asks that address and no other; it is not followed elsewhere. Throws SignFailure `sign/timestamp-unreachable`, or the
 * signal's reason.
 */
export async function askAuthority(url: URL, request: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(request),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return await bounded(response)
  } catch (error) {
    signal.throwIfAborted()
    const { message, name, cause } = error as Error
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : message
    const reason = name === 'TimeoutError' ? `${patience / 1000} s` : code
    throw new SignFailure(
      'sign/timestamp-unreachable',
      { url: `${url.origin}${url.pathname}`, reason },
      error,
    )
  }
}

async function bounded({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > longest) throw new Error(`> ${longest / 1024} KB`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
