// Decides what the phone's API answers in unit tests: storage in memory, a cloud that says what it is told.

export interface FakeCall {
  name: string
  data: { action: string; requestId: string; input: unknown }
}

export interface FakeWx {
  storage: Map<string, unknown>
  calls: FakeCall[]
  /** What callFunction does next; the last one stays. */
  answers: ((call: FakeCall) => unknown)[]
  fontSizeScaleFactor: number
  /** What the subscription panel answers. */
  subscription: Record<string, string> | Error
}

/** Puts a fake wx into the global scope. */
export function installWx(): FakeWx {
  const fake: FakeWx = {
    storage: new Map(),
    calls: [],
    answers: [() => ({ ok: true, data: {} })],
    fontSizeScaleFactor: 1,
    subscription: {},
  }
  let random = 0
  const answer = (call: FakeCall) => {
    fake.calls.push(call)
    const next = fake.answers.length > 1 ? fake.answers.shift() : fake.answers[0]
    return { result: next?.(call) }
  }
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => fake.storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => fake.storage.set(key, value),
      removeStorageSync: (key: string) => fake.storage.delete(key),
      getAppBaseInfo: () => ({ fontSizeScaleFactor: fake.fontSizeScaleFactor }),
      getRandomValues: async ({ length }: { length: number }) => ({
        randomValues: new Uint8Array(length).fill(++random).buffer,
      }),
      requestSubscribeMessage: async () => {
        if (fake.subscription instanceof Error) throw fake.subscription
        return fake.subscription
      },
      cloud: {
        callFunction: async (call: FakeCall) => answer(call),
        uploadFile: async ({ cloudPath }: { cloudPath: string }) => ({ fileID: `cloud://x/${cloudPath}` }),
      },
    },
  })
  return fake
}
