// Decides how the phone talks to the cloud: the only file that touches wx.cloud.
import { functionOf } from '@class-pact/core/contract'
import type { ActionError, ActionName, Call, ErrorCode, Input, Output, Reply } from '@class-pact/core/contract'

/** Codes of the contract, and the one the phone finds by itself. */
export type PhoneErrorCode = ErrorCode | 'OFFLINE'
export type PhoneError = Omit<ActionError, 'code'> & { code: PhoneErrorCode }
export type PhoneReply<Data> = { ok: true; data: Data } | { ok: false; error: PhoneError }

/** A call that got no answer is sent once more; the same requestId makes that harmless. */
const TRIES = 2
const REQUEST_ID_BYTES = 16
/** What the SDK says when the line is down, not the function. */
const LINE_DOWN = /request:fail|network|timeout|time out|timed out|abort|interrupted|offline|ERR_/i

/** Starts wx.cloud; once, in app.ts. */
export function startCloud(): void {
  wx.cloud.init({ traceUser: true })
}

/** A new id for one intent of a person. */
export async function newRequestId(): Promise<string> {
  const { randomValues } = await wx.getRandomValues({ length: REQUEST_ID_BYTES })
  return Array.from(new Uint8Array(randomValues), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Asks the cloud for one action. Never throws: no network is `OFFLINE`, a broken answer `TRY_AGAIN`.
 * @param requestId to repeat an earlier call; the cloud answers the same and does nothing twice
 */
export async function call<Name extends ActionName>(
  action: Name,
  input: Input<Name>,
  requestId?: string,
): Promise<PhoneReply<Output<Name>>> {
  const data: Call = { action, requestId: requestId ?? (await newRequestId()), input }
  let reply: PhoneReply<Output<Name>> = { ok: false, error: { code: 'OFFLINE' } }
  for (let left = TRIES; left > 0; left--) {
    reply = await callOnce<Output<Name>>(functionOf(action), data)
    if (reply.ok || reply.error.code !== 'OFFLINE') return reply
  }
  return reply
}

async function callOnce<Data>(name: string, data: Call): Promise<PhoneReply<Data>> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data })
    return isReply<Data>(result) ? result : { ok: false, error: { code: 'TRY_AGAIN' } }
  } catch (error) {
    return { ok: false, error: { code: isLineDown(error) ? 'OFFLINE' : 'TRY_AGAIN' } }
  }
}

function isReply<Data>(result: unknown): result is Reply<Data> {
  return typeof result === 'object' && result !== null && typeof (result as { ok?: unknown }).ok === 'boolean'
}

function isLineDown(error: unknown): boolean {
  const { errMsg, message } = (error ?? {}) as { errMsg?: string; message?: string }
  return LINE_DOWN.test(errMsg ?? message ?? '')
}

/** Sends one action for one intent: the requestId stays the same until it went through or the input changed. */
export function createSender<Name extends ActionName>(
  action: Name,
): (input: Input<Name>) => Promise<PhoneReply<Output<Name>>> {
  let pending: { input: string; requestId: string } | undefined
  return async (input) => {
    const written = JSON.stringify(input)
    if (pending?.input !== written) pending = { input: written, requestId: await newRequestId() }
    const reply = await call(action, input, pending.requestId)
    const lost = !reply.ok && (reply.error.code === 'OFFLINE' || reply.error.code === 'TRY_AGAIN')
    if (!lost) pending = undefined
    return reply
  }
}

/** Puts one local file into the cloud. Returns its file id. */
export async function uploadFile(cloudPath: string, filePath: string): Promise<PhoneReply<string>> {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath })
    return { ok: true, data: fileID }
  } catch (error) {
    return { ok: false, error: { code: isLineDown(error) ? 'OFFLINE' : 'TRY_AGAIN' } }
  }
}
