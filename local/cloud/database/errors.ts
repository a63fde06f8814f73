// Decides the words of the database's errors; they are the backend's own, because callers match on them.
import { CloudError } from '../errors'

/** The tenant's name as it appears in the backend's duplicate key messages. */
const TENANT = 'tnt-local'

export function collectionNotExist(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )
}

export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message)
}

export function invalidOperator(message: string): CloudError {
  return new CloudError('DATABASE_INVALID_OPERRATOR', message)
}

export function duplicateKey(verb: 'Insert' | 'Update', collection: string, index: string, keys: string): CloudError {
  return requestFailed(
    `[FailedOperation.${verb}] bulk write error: [{E11000 duplicate key error collection: ${TENANT}.${collection} index: ${index} dup key: { ${keys} }}]`,
  )
}

export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )
}

export function transactionNotExist(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )
}
