// Decides what of slips is personal: what a guardian signed: that it was stays with the slip, the files go (M12).
import type { PersonCopy } from '@class-pact/core/contract'
import type { Personal } from '../../common/call/personal'
import { everyChild, type OwnChild } from '../../common/call/session'
import { forgetReached } from '../../common/store/reached'
import { linkFiles } from '../../common/wechat/files'
import { signaturesOf } from './amend-slips'
import type { SlipDoc } from './documents'
import { forgetFiles } from './forget-files'
import { signedBy } from './signed-papers'
import { slips } from './store'

/** Signed slips of one copy, newest first: more than a family signs in years. */
const COPIED_MOST = 300

export const personal: Personal = {
  async copy({ openid, person }) {
    const children = person ? everyChild(person) : []
    const signed = await listSigned(openid, children)
    return {
      part: { signed: await presentSigned(openid, signed, children) },
      shortened: signed.length === COPIED_MOST,
    }
  },
  async forget(openid, act) {
    await forgetFiles(openid, act)
    const { where, change } = forgetReached(openid)
    await slips.update(where, change)
  },
}

async function listSigned(openid: string, children: readonly OwnChild[]): Promise<SlipDoc[]> {
  if (children.length === 0) return []
  const lines = children.map(({ childId }) => `entries.${childId}`)
  return slips.list(await signedBy(openid, children), {
    limit: COPIED_MOST,
    order: [['publishedAt', 'desc']],
    fields: { noticeId: 1, className: 1, title: 1, ...Object.fromEntries(lines.map((line) => [line, 1])) },
  })
}

async function presentSigned(
  openid: string,
  found: readonly SlipDoc[],
  children: readonly OwnChild[],
): Promise<PersonCopy['signed']> {
  const lines = found.flatMap(({ noticeId, className, title, entries }) =>
    children.flatMap(({ childId, childName }) => {
      const own = signaturesOf(entries[childId]).filter(({ signerOpenid }) => signerOpenid === openid)
      return own.map((entry) => ({ noticeId, className, childName, title, entry, signedAt: entry.signedAt }))
    }),
  )
  const files = lines.flatMap(({ entry }) => entry.signature ?? [])
  const links = await linkFiles(files)
  return lines.map(({ entry, ...line }) => ({
    ...line,
    version: entry.version,
    card: entry.signer ?? '',
    typedName: entry.typedName,
    signature: entry.signature && links.get(entry.signature),
  }))
}
