// Decides what of talks is personal: a copy of own letters; when somebody goes, their words and photos go (M12).
import { deleteFiles } from '../../common/files/delete-files'
import type { Personal } from '../../common/call/personal'
import { withTrail } from '../../common/store/trail'
import type { TalkDoc } from './documents'
import { talks } from './store'

/** Talks of one copy, the latest first: more than a family begins in years. */
const COPIED_MOST = 100
const AT_ONCE = 50

export const personal: Personal = {
  async copy({ openid }) {
    const found = await talks.list(
      { writers: openid },
      { limit: COPIED_MOST, order: [['updatedAt', 'desc']], fields: { trail: 0 } },
    )
    const own = found.flatMap(({ matter, className, letters }) =>
      letters
        .filter(({ by }) => by.openid === openid)
        .map(({ at, words, state }) => ({ matter, className, at, words, state })),
    )
    return { part: { letters: own }, shortened: found.length === COPIED_MOST }
  },
  /** The files go first and are named until they are gone: a broken call is finished by the next. */
  async forget(openid, act) {
    for (;;) {
      const found = await talks.list<TalkDoc>({ writers: openid }, { limit: AT_ONCE, fields: { trail: 0 } })
      if (found.length === 0) return
      for (const { _id, letters, writers } of found) {
        const own = letters.flatMap(({ by }, place) => (by.openid === openid ? [place] : []))
        await deleteFiles(own.flatMap((place) => letters[place]?.files.map(({ fileId }) => fileId) ?? []))
        const emptied = own.map((place) => [
          [`letters.${place}.words`, ''],
          [`letters.${place}.files`, []],
          [`letters.${place}.media`, []],
          [`letters.${place}.by.openid`, ''],
        ])
        const others = writers.filter((each) => each !== openid)
        await talks.update(
          { _id, writers: openid },
          withTrail(
            { $set: { ...Object.fromEntries(emptied.flat()), writers: others }, $inc: { changes: 1 } },
            { ...act, action: 'talk.forget' },
          ),
        )
      }
    }
  },
}
