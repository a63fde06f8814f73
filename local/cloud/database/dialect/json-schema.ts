// Decides `$jsonSchema`: draft 4 as MongoDB reads it, with `bsonType` and without what it refuses.
import { ObjectId } from 'bson'
import { Validator, type Schema } from 'jsonschema'
import { isFields } from '../ejson'
import { invalidOperator } from '../errors'

/** https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/#omissions */
const REFUSED = ['$ref', '$schema', 'default', 'definitions', 'format', 'id']

const BSON_TYPES: Record<string, (value: unknown) => boolean> = {
  double: (value) => typeof value === 'number',
  int: (value) => Number.isInteger(value),
  long: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  object: isFields,
  array: Array.isArray,
  null: (value) => value === null,
  date: (value) => value instanceof Date,
  objectId: (value) => value instanceof ObjectId,
  regex: (value) => value instanceof RegExp,
}

const validator = new Validator()
validator.attributes['bsonType'] = (value: unknown, schema: Schema & { bsonType?: unknown }) => {
  const names = [schema.bsonType].flat().map(String)
  const unknown = names.find((name) => !(name in BSON_TYPES))
  if (unknown !== undefined) throw invalidOperator(`$jsonSchema: unknown bsonType ${unknown}`)
  return value === undefined || names.some((name) => BSON_TYPES[name]?.(value)) ? '' : `is not of type ${names.join()}`
}

/** @throws DATABASE_INVALID_OPERRATOR for a keyword that MongoDB refuses */
export function compileJsonSchema(schema: unknown): (document: unknown) => boolean {
  refuseKeywords(schema)
  return (document) => validator.validate(document, schema as Schema).valid
}

function refuseKeywords(schema: unknown): void {
  if (!isFields(schema)) throw invalidOperator('$jsonSchema expects an object')
  for (const keyword of REFUSED) {
    if (keyword in schema) throw invalidOperator(`$jsonSchema keyword '${keyword}' is not supported`)
  }
  if ([schema['type']].flat().includes('integer')) throw invalidOperator(`$jsonSchema type 'integer' is not supported`)
  for (const [keyword, value] of Object.entries(schema)) {
    if (['properties', 'patternProperties'].includes(keyword) && isFields(value))
      Object.values(value).forEach(refuseKeywords)
    else if (['items', 'not', 'additionalProperties', 'additionalItems'].includes(keyword) && isFields(value))
      refuseKeywords(value)
    else if (['allOf', 'anyOf', 'oneOf'].includes(keyword) && Array.isArray(value)) value.forEach(refuseKeywords)
  }
}
