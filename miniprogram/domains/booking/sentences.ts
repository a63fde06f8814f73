// Decides what is said when the cloud says no to a reception day or a booked time (H13).
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const BOOKING_SENTENCES: DomainSentences = {
  codes: {
    SLOT_TAKEN: plainRule('这个时间刚被别家约走，请换一个。', offer('retry', '看还有哪些')),
    BOOKING_STATE: plainRule('这个时间已经开始、取消或约过，请再看一遍。', offer('retry', '重新看')),
  },
  fields: {
    days: '请选今天或以后的日子，最多10天。',
    to: '结束要晚于开始，一天最多40个时间。',
    place: '请写在哪里接待。',
  },
}
