// Decides what an activation code is: whoever types it on a phone becomes the principal of a new school, once.
import { randomInt } from 'node:crypto'
import tcb from '@cloudbase/node-sdk'

/** Without 0 O 1 I L: nobody should have to guess what is printed. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUPS = 4
const GROUP_LENGTH = 4
/** Long enough for a school to find an afternoon for it. */
export const VALID_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** A code like `7KQ2-MX9B-4TFA-ZC6H`: about 79 bits of chance. */
export function createCode() {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** The document behind a code, as the function that activates a school expects it. `now` is epoch milliseconds. */
export function describeActivation(code, now) {
  return {
    _id: code,
    origin: code,
    purpose: 'activate',
    schoolId: '',
    schoolName: '',
    schoolKind: 'primary',
    pactVersion: 1,
    inviter: { openid: '', card: '' },
    expiresAt: now + VALID_DAYS * DAY_MS,
    usesLeft: 1,
    createdAt: now,
    trail: [],
    audited: 0,
    trailOpen: false,
  }
}

/**
 * Writes a new code into an environment and returns it.
 * @param cloud what `init` of @cloudbase/node-sdk takes: `env`, `secretId`, `secretKey`, and `serviceUrl` for a local cloud
 * @throws the SDK's error when the environment cannot be reached
 */
export async function issueActivationCode(cloud, now = Date.now()) {
  const code = createCode()
  const { code: failure, message } = await tcb
    .init(cloud)
    .database()
    .collection('invitations')
    .add(describeActivation(code, now))
  if (failure) throw new Error(`${failure}: ${message}`)
  return code
}

/** The document behind a code that puts another in a principal's place (M13), as the function that takes it expects it. */
export function describeReclaim(code, { _id: schoolId, name, kind }, replaces, now) {
  const school = { schoolId, schoolName: name, schoolKind: kind }
  return { ...describeActivation(code, now), ...school, purpose: 'reclaim', replaces }
}

/**
 * Whose place a code gives: the only principal's, or the one who is named.
 * @returns their openid; undefined where nobody, or more than one, fits
 */
export function findReplaced({ principals }, named) {
  const fitting = principals.filter(({ name }) => named === undefined || name === named)
  return fitting.length === 1 ? fitting[0].openid : undefined
}

/**
 * Writes a code with which a school whose principal lost the account gets back in, and notes it in the school's audit: not
 * the code, only that there is one.
 * @param cloud as for `issueActivationCode`
 * @throws when there is no such school, or it is not clear whose place it is, or the environment cannot be reached
 */
export async function issueReclaimCode(cloud, schoolId, named, now = Date.now()) {
  const database = tcb.init(cloud).database()
  const schools = database.collection('schools')
  const { data: [school] = [] } = await schools.where({ _id: schoolId }).limit(1).get()
  if (!school) throw new Error(`There is no school ${schoolId}.`)
  const replaces = findReplaced(school, named)
  if (replaces === undefined) throw new Error('Name the principal whose place it is: --principal NAME.')
  const code = createCode()
  const added = await database.collection('invitations').add(describeReclaim(code, school, replaces, now))
  if (added.code) throw new Error(`${added.code}: ${added.message}`)
  const act = { id: `operator:${now}`, at: now, by: 'system', role: 'system', action: 'school.code' }
  const noted = await schools.where({ _id: schoolId }).update({ trail: database.command.push([act]), trailOpen: true })
  if (noted.code) throw new Error(`${noted.code}: ${noted.message}`)
  return code
}

/** What the SDK needs for a local cloud: it checks no signature, but the SDK insists on having something to sign with. */
export function describeLocalCloud(url) {
  return { env: 'local-env', secretId: 'local', secretKey: 'local', serviceUrl: `${url}/admin` }
}
