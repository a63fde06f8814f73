// Decides what WeChat's events change: verdicts on photos, and messages somebody does not want any more.
import { cloud } from '../common/cloud'
import { logFailure } from '../common/call/log'
import { settleMediaCheck, type MediaEvent } from './media-verdict'
import { settleSubscriptions, type SubscriptionEvent } from './subscriptions'

interface WechatEvent {
  MsgType?: string
  Event?: string
  FromUserName?: string
}

/**
 * What the cloud calls a message that WeChat pushes: none of the names it has for phones, timers, payments, the HTTP
 * interface or other functions (platform: getWXContext, SOURCE). A new name stands in the log, and photos wait for a person.
 */
const PUSHED: readonly string[] = ['wx_unknown']

/** WeChat wants this word; whatever else it gets, it sends the event again. */
const SUCCESS = 'success'

export async function main(event: WechatEvent): Promise<string> {
  const source = cloud.getWXContext().SOURCE ?? ''
  if (!PUSHED.includes(source) || event.MsgType !== 'event') {
    console.error(JSON.stringify({ action: 'event.refused', source }))
    return SUCCESS
  }
  try {
    if (event.Event === 'wxa_media_check') await settleMediaCheck(event as MediaEvent)
    if (event.Event === 'subscribe_msg_change_event') await settleSubscriptions(event as SubscriptionEvent)
    return SUCCESS
  } catch (failure) {
    logFailure(`event.${event.Event ?? ''}`, 'event', failure)
    return 'fail'
  }
}
