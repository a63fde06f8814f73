// Decides which subscription message template is which: the phone asks for these ids, the cloud sends by them.
import type { Template } from './values'

/** Ids as the mini program's account has them under 订阅消息; whoever sets up an account puts its own here. */
export const TEMPLATE_IDS: Record<Template, string> = {
  notice: 'class-pact-w1-notice',
  leave_result: 'class-pact-w2-leave-result',
  arrival: 'class-pact-w3-arrival',
  talk_reply: 'class-pact-w4-talk-reply',
  todo: 'class-pact-w5-todo',
}
