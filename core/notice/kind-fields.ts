// Decides the fields that only some kinds of notice have: fee, ground, issue, permission, an exception asked for.
import * as z from 'zod/mini'
import { PRAISE_GROUNDS, limits, postLine } from '../wire'

const feeItem = z.object({
  name: postLine(limits.FEE_ITEM_MAX),
  fen: z.int().check(z.gte(1), z.lte(limits.FEE_FEN_MAX)),
  /** 自愿: a family may leave it out. */
  optional: z.optional(z.boolean()),
})

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
