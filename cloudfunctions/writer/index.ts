// Decides what phones reach here: the actions whose texts the judge reads, which weighs more than all the others.
import { domains } from 'domains:writes'
import { answerCalls } from '../common/call/answer'
import { findPerson } from '../domains/person'

export const main = answerCalls(domains, findPerson)
