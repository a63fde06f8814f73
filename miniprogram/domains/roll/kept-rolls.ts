// Decides that no roll is lost: kept before it is sent, sent when there is a network, said when refused.
import type { Day, Half, Input, Roll } from '@class-pact/core/contract'
import { call, type PhoneErrorCode, type PhoneReply } from '../../services/cloud'
import { createStore } from '../../services/store'

const KEY = 'kept-rolls'
/** What may go well when it is sent again. */
const PASSING: readonly PhoneErrorCode[] = ['OFFLINE', 'TRY_AGAIN', 'TOO_MANY']

export interface KeptRoll {
  /** The same however often it is sent: the cloud does it once. */
  requestId: string
  input: Input<'roll.save'>
  className: string
  /** Why the cloud has not taken it; absent: it waits for the network. */
  refused?: PhoneErrorCode
}
/** Which roll. */
interface OfRoll {
  classId: string
  day: Day
  half: Half
}

const read = (): KeptRoll[] => {
  const kept: KeptRoll[] | '' = wx.getStorageSync(KEY)
  return kept || []
}
const store = createStore<{ changes: number }>({ changes: 0 })

function write(kept: KeptRoll[]): void {
  if (kept.length > 0) wx.setStorageSync(KEY, kept)
  else wx.removeStorageSync(KEY)
  store.write({ changes: store.read().changes + 1 })
}

/** Calls back when something was kept, sent or refused. Returns the way to stop. */
export const subscribeKeptRolls = (listener: () => void): (() => void) => store.subscribe(listener)

/** All of a phone, the oldest first. */
export const keptRolls = read

export const keptOf = ({ classId, day, half }: OfRoll): KeptRoll[] =>
  read().filter(({ input }) => input.classId === classId && input.day === day && input.half === half)

/** From now on it is on the phone, whatever becomes of the program. */
export function keepRoll(roll: KeptRoll): void {
  write([...read(), roll])
}

/** It is in the cloud, or somebody has read why not. */
export function dropKept(requestId: string): void {
  write(read().filter((each) => each.requestId !== requestId))
}

function markRefused(requestId: string, refused: PhoneErrorCode): void {
  write(read().map((each) => (each.requestId === requestId ? { ...each, refused } : each)))
}

let sending: Promise<unknown> = Promise.resolve()

/**
 * Sends what waits, the oldest first; stops where there is no network. Never twice at once. Returns what the cloud said, by
 * requestId.
 */
export function sendKeptRolls(): Promise<Map<string, PhoneReply<Roll>>> {
  const run = sending.then(sendAll)
  sending = run
  return run
}

async function sendAll(): Promise<Map<string, PhoneReply<Roll>>> {
  const replies = new Map<string, PhoneReply<Roll>>()
  for (const { requestId, input } of read().filter(({ refused }) => refused === undefined)) {
    const reply = await call('roll.save', input, requestId)
    replies.set(requestId, reply)
    if (reply.ok) dropKept(requestId)
    else if (PASSING.includes(reply.error.code)) break
    else markRefused(requestId, reply.error.code)
  }
  return replies
}

/** Once, when the program starts: whenever the network is back, what waits goes out, without anybody doing anything. */
export function watchKeptRolls(): void {
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void sendKeptRolls()
  })
}
