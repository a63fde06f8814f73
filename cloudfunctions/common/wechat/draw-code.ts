// Decides how a mini program code is drawn that opens one invitation (platform: getUnlimitedQRCode, scene ≤ 32).
import { cloud } from '../cloud'
import { logFailure } from '../call/log'
import { inTime } from './in-time'

const ANSWER_MS = 8_000
/** Pixels: sharp at nine centimetres on paper. */
const WIDTH = 860

/** A PNG or JPEG; undefined: WeChat did not draw it. Only released versions of the mini program open it. */
export async function drawCode(scene: string, page: string): Promise<Buffer | undefined> {
  try {
    const asked = cloud.openapi.wxacode.getUnlimited({ scene, page, width: WIDTH, checkPath: false })
    const drawn = (await inTime(Promise.resolve(asked), ANSWER_MS)) as { buffer?: Buffer }
    return drawn.buffer
  } catch (failure) {
    logFailure('wxacode.getUnlimited', 'wechat', failure)
    return undefined
  }
}
