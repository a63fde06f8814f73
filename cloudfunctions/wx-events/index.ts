// Decides what WeChat's events change: verdicts on photos, and messages somebody does not want any more. Phones get nothing done.
import { cloud } from '../common/cloud'
import { logFailure } from '../common/call/log'
import { settleMediaCheck, type MediaEvent } from './media-verdict'
import { settleSubscriptions, type SubscriptionEvent } from './subscriptions'

interface WechatEvent {
  MsgType?: string
  Event?: string
  FromUserName?: string
}

/** WeChat wants this word; whatever else it gets, it sends the event again. */
const SUCCESS = 'success'

export async function main(event: WechatEvent): Promise<string> {
  const source = cloud.getWXContext().SOURCE ?? ''
  if (source.startsWith('wx_client') || source.startsWith('wx_devtools')) return SUCCESS
  try {
    if (event.Event === 'wxa_media_check') await settleMediaCheck(event as MediaEvent)
    if (event.Event === 'subscribe_msg_change_event') await settleSubscriptions(event as SubscriptionEvent)
    return SUCCESS
  } catch (failure) {
    logFailure(`event.${event.Event ?? ''}`, 'event', failure)
    return 'fail'
  }
}
