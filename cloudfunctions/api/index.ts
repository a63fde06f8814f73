// Decides what phones reach here: the actions of every domain.
import { domains } from 'domains:actions'
import { answerCalls } from '../common/call/answer'
import { findPerson } from '../domains/person'

export const main = answerCalls(domains, findPerson)
