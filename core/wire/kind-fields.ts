// Decides the fields that only some kinds of notice have: when and where, fee, ground, issue, permission, exception.
import * as z from 'zod/mini'
import * as limits from './limits'
import { PRAISE_GROUNDS, clockTime, day } from './values'
import { postLine } from './words'

const feeItem = z.object({
  name: postLine(limits.FEE_ITEM_MAX),
  fen: z.int().check(z.gte(1), z.lte(limits.FEE_FEN_MAX)),
  /** 自愿: a family may leave it out. */
  optional: z.optional(z.boolean()),
})

/** 活动 外出 家长会 离校: when and where. */
export const noticeEvent = z.object({
  day,
  place: z.optional(postLine(limits.LABEL_MAX)),
  from: z.optional(clockTime),
  to: z.optional(clockTime),
})
export type NoticeEvent = z.input<typeof noticeEvent>

/** What a draft has beside title and body, by its kind. */
export const kindFields = {
  /** 收费 (C37) */
  fee: z.optional(
    z.object({
      items: z.array(feeItem).check(z.minLength(1), z.maxLength(limits.FEE_ITEMS_MAX)),
      /** A document's number or name. */
      basis: postLine(limits.FEE_BASIS_MAX),
    }),
  ),
  /** 喜报 (H07) */
  ground: z.optional(z.enum(PRAISE_GROUNDS)),
  /** 刊物: the number of the issue (H18). */
  issue: z.optional(z.int().check(z.gte(1), z.lte(limits.ISSUE_MAX))),
  /** 教育局许可号, of a principal's appeal (C16). */
  permission: z.optional(postLine(limits.PERMISSION_MAX)),
  /** 校长特批: why an activity is told on the day itself (N09). */
  exception: z.optional(z.object({ reason: postLine(limits.EXCEPTION_REASON_MAX) })),
}

/** As a phone writes them. */
export type KindFields = { [Name in keyof typeof kindFields]?: z.input<(typeof kindFields)[Name]> }
export type Fee = NonNullable<KindFields['fee']>
/** Who has to say yes before a held post goes out: the principal, any leader but the author, or whoever reviews. */
export type Awaits = 'principal' | 'leader'
