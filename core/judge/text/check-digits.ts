// Decides whether a run of digits proves to be an identity number or a bank card, by its check digit.

/** GB 11643: weights and check characters of the citizen identity number. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10x98765432'
const ID_SHAPE = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/

/** An 18-character identity number with a possible birthday and the right check digit; `x` in lower case. */
export function isIdNumber(digits: string): boolean {
  if (!ID_SHAPE.test(digits)) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0)
  return CHECKS.charAt(sum % 11) === digits.charAt(17)
}

/** A UnionPay card: 62, 16 to 19 digits, Luhn (ISO/IEC 7812). */
export function isPayCard(digits: string): boolean {
  if (!/^62\d{14,17}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
