// Decides how much one person can do at the door.

/** Children of one name in one class that a claim is compared with. */
export const INVITED_CHILDREN_MAX = 10
/** Applications of one person that wait at the same time: a family with several children, and no more. */
export const APPLICATIONS_MAX = 5
