// Decides how long a function waits for WeChat: a hanging service must not take the function with it.

class WechatTimeout extends Error {
  override name = 'WechatTimeout'
}

/** The work's result, or WechatTimeout after `ms` milliseconds. */
export async function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WechatTimeout('no answer in time')), ms)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
