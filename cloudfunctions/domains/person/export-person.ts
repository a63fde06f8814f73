// Decides what a person is handed when they ask for everything kept about them: their own, never another's (M12, C28).
import type { PersonCopy } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { ownChildren, type OwnChild } from '../slip'
import { applications } from '../join'
import { cases } from '../moderation'
import { deliveries } from '../reminder'
import type { CaseDoc } from '../moderation'
import type { LeaveDoc } from '../leave'
import type { SlipDoc } from '../slip'
import { leaves } from '../leave'
import { findPerson } from './find-person'
import { reports } from '../moderation'
import { slips } from '../slip'
import { linkFiles } from '../../common/wechat/files'
import { presentToApplicant } from '../join'
import { APPLICATIONS_MOST, CASES_MOST, DELIVERIES_MOST, LEAVES_MOST, REPORTS_MOST, SIGNED_MOST } from './limits'

export const exportPerson: Handler<'person.export'> = async (_input, { openid, now }) => {
  const person = await findPerson(openid)
  const children = person ? ownChildren(person) : []
  const [applied, signed, asked, about, told, sent] = await Promise.all([
    applications.list({ openid }, { limit: APPLICATIONS_MOST, order: [['createdAt', 'desc']] }),
    listSigned(openid, children),
    listLeaves(openid, children),
    cases.list({ 'guardian.openid': openid }, { limit: CASES_MOST, order: [['openedAt', 'desc']] }),
    reports.list({ 'by.openid': openid }, { limit: REPORTS_MOST, order: [['at', 'desc']] }),
    deliveries.list({ openid }, { limit: DELIVERIES_MOST, order: [['at', 'desc']] }),
  ])
  return succeed({
    exportedAt: now,
    ...(person && { consent: { at: person.consentAt, version: person.consentVersion } }),
    identities: person?.identities ?? [],
    credits: person?.credits ?? {},
    applications: applied.map(presentToApplicant),
    signed: await presentSigned(openid, signed, children),
    leaves: asked.map(presentLeave),
    cases: about.map(presentCase),
    reports: told.map(({ className, words, at }) => ({ className, words, at })),
    deliveries: sent.map(({ about, template, state, at }) => ({ about, template, state, at })),
    shortened:
      applied.length === APPLICATIONS_MOST ||
      signed.length === SIGNED_MOST ||
      asked.length === LEAVES_MOST ||
      about.length === CASES_MOST ||
      told.length === REPORTS_MOST ||
      sent.length === DELIVERIES_MOST,
  })
}

async function listSigned(openid: string, children: readonly OwnChild[]): Promise<SlipDoc[]> {
  if (children.length === 0) return []
  const lines = children.map(({ childId }) => `entries.${childId}`)
  return slips.list(
    {
      $or: children.map(({ classId, childId }) => ({ classId, [`entries.${childId}.signerOpenid`]: openid })),
    },
    {
      limit: SIGNED_MOST,
      order: [['publishedAt', 'desc']],
      fields: { noticeId: 1, className: 1, title: 1, ...Object.fromEntries(lines.map((line) => [line, 1])) },
    },
  )
}

async function presentSigned(
  openid: string,
  found: readonly SlipDoc[],
  children: readonly OwnChild[],
): Promise<PersonCopy['signed']> {
  const lines = found.flatMap(({ noticeId, className, title, entries }) =>
    children.flatMap(({ childId, childName }) => {
      const entry = entries[childId]
      return entry?.signerOpenid === openid && entry.signedAt !== undefined
        ? [{ noticeId, className, childName, title, entry, signedAt: entry.signedAt }]
        : []
    }),
  )
  const files = lines.flatMap(({ entry }) => entry.signature ?? [])
  const links = await linkFiles(files)
  return lines.map(({ entry, ...line }) => ({
    ...line,
    version: entry.version ?? 1,
    card: entry.signer ?? '',
    typedName: entry.typedName,
    signature: entry.signature && links.get(entry.signature),
  }))
}

async function listLeaves(openid: string, children: readonly OwnChild[]): Promise<LeaveDoc[]> {
  if (children.length === 0) return []
  return leaves.list(
    { childId: { $in: children.map(({ childId }) => childId) }, 'applicant.openid': openid },
    { limit: LEAVES_MOST, order: [['submittedAt', 'desc']] },
  )
}

function presentLeave(leave: LeaveDoc): PersonCopy['leaves'][number] {
  const { _id: leaveId, className, childName, kind, span, reason, state, submittedAt } = leave
  return { leaveId, className, childName, kind, span, reason, state, submittedAt }
}

/** What was decided of the person, not what staff wrote. */
function presentCase({ className, rule, state, openedAt, steps }: CaseDoc): PersonCopy['cases'][number] {
  return { className, rule, state, openedAt, steps: steps.map(({ step, at, until }) => ({ step, at, until })) }
}
